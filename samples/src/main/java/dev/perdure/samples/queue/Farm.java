package dev.perdure.samples.queue;

/** What renders scenes. */
public interface Farm {
    /** Renders a scene of a film; the same key is the same picture. */
    String render(String film, String scene, String key) throws InterruptedException;
}
