package dev.perdure.processor.model;

/**
 * An operand of an operation.
 *
 * @param keep what of its value is kept where it has to be evaluated ahead of its operation
 */
public record Operand(Expr expr, Keep keep) {
    /** What is kept of a value. */
    public enum Keep {
        /** The value. */
        VALUE,
        /** The value, unboxed: a null fails where the operand stands. */
        UNBOXED,
        /** The value as a string: an operand of a concatenation. */
        STRING,
        /** An array that is only read from: a copy does. */
        READ,
        /** An object made or received here: nobody else knows it, so a copy does. */
        FRESH,
        /** A target of an assignment: its identity matters. */
        TARGET
    }
}
