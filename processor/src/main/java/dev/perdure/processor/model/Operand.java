package dev.perdure.processor.model;

import org.jspecify.annotations.Nullable;

/**
 * An operand of an operation.
 *
 * @param list the type of the list that its elements are copied into, where they are
 * @param keep what of its value is kept where it has to be evaluated ahead of its operation
 */
public record Operand(Expr expr, Keep keep, @Nullable TypeRef list) {
    /** An operand that is kept as what it is. */
    public Operand(Expr expr, Keep keep) {
        this(expr, keep, null);
    }

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
        /** A collection whose elements must be the same whenever it is looked at: they are copied into a list. */
        LIST,
        /** A target of an assignment: its identity matters. */
        TARGET
    }
}
