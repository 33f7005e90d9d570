package dev.perdure.weave;

/** What a thread of a play does; a failure ends the play. */
@FunctionalInterface
public interface Body {
    /** Does it. */
    void act() throws Exception;
}
