package dev.perdure.testkit;

/** The process has died under the test's own call of the engine. */
final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash() {
        super("the process has died", null, false, false);
    }
}
