package dev.perdure.engine.seam;

/** Makes ids for runs that are started without one. Safe for use by many threads. */
@FunctionalInterface
public interface Ids {
    /** An id that nobody has had before, at most 255 characters. */
    String next();

    /** A secret that nobody can guess, of letters and digits, with at least 128 bits of chance. */
    default String secret() {
        return Secrets.next();
    }
}
