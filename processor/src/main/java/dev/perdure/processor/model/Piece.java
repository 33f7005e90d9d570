package dev.perdure.processor.model;

import java.util.List;

/** A piece of code to be generated. */
public sealed interface Piece {
    /** Text as it stands. */
    record Text(String text) implements Piece {}

    /** A range of the user's file, with the method's edits and these patches applied. */
    record Slice(Span span, List<Patch> patches) implements Piece {}

    /**
     * A mention of a local.
     *
     * @param captured whether it stands in a lambda or class body, where only a final copy may be mentioned
     * @param written whether it is assigned here
     */
    record Use(Var var, boolean captured, boolean written) implements Piece {}

    /** The declaration of a local up to its {@code =}: nothing but its name if it is a field. */
    record Declare(Var var) implements Piece {}

    /** A jump to a block. */
    record Jump(int block) implements Piece {}

    /** The number of a block. */
    record BlockNumber(int block) implements Piece {}

    /** A statement inside a fragment in front of which copies of captured locals are made. */
    record Scope(Span span, boolean braces) implements Piece {}

    /** A test of a pattern whose bindings may have to be kept in fields. */
    record Binding(Span span, List<Var> vars) implements Piece {}

    /** A name in a pattern of a binding that outlives its statement. */
    record Bound(Var var) implements Piece {}

    /** The keeping of a binding that outlives its statement; nothing if it does not after all. */
    record Keep(Var var) implements Piece {}
}
