package dev.perdure.processor.layout;

/** A lock file that is none. */
final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(String what) {
        super(what);
    }
}
