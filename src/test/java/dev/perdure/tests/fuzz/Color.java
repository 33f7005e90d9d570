package dev.perdure.tests.fuzz;

/** An enum for programs. */
public enum Color {
    /** First. */
    RED,
    /** Second. */
    GREEN,
    /** Third. */
    BLUE
}
