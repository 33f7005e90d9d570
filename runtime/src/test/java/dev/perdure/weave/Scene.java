package dev.perdure.weave;

/** Something that several threads do at once, and what must hold of it in whatever order they do it. */
@FunctionalInterface
public interface Scene {
    /** Plays it once, on a thread of its own; what is wrong is thrown, here or on any thread of the play. */
    void play(Play play) throws Exception;
}
