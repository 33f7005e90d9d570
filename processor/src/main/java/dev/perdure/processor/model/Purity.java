package dev.perdure.processor.model;

/** Whether an operand may be evaluated later than it stands. */
public enum Purity {
    /** Always the same: a constant, a type, {@code this}, a final or unsaveable field of the durable object. */
    CONSTANT,
    /** A lambda or method reference, which is only made here. */
    LAMBDA,
    /** A local. */
    LOCAL,
    /** Anything else. */
    NONE
}
