package dev.perdure.testkit;

/** The process has died under the test's own call of the engine. */
final class Crash extends Error {
    private static final long serialVersionUID = 1L;

    Crash() {
        this("the process has died");
    }

    Crash(String message) {
        super(message, null, false, false);
    }
}
