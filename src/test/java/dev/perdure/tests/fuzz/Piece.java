package dev.perdure.tests.fuzz;

/**
 * A written statement.
 *
 * @param completes whether control can go on behind it, by the rules of the language for unreachable code
 */
record Piece(String text, boolean completes) {
    static Piece of(String text) {
        return new Piece(text, true);
    }

    static Piece jump(String text) {
        return new Piece(text, false);
    }
}
