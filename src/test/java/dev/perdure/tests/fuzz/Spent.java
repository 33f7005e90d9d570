package dev.perdure.tests.fuzz;

/** A program has had its share of effects; no program catches it. */
final class Spent extends Error {
    private static final long serialVersionUID = 1L;

    Spent() {
        super("spent");
    }
}
