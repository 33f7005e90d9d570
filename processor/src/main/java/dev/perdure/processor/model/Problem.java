package dev.perdure.processor.model;

import dev.perdure.Finding;

/**
 * A finding at a place of the user's file.
 *
 * @param text what stands behind the slug
 */
public record Problem(Finding finding, Span span, String text) {
    /** The whole message. */
    public String message() {
        return finding.slug() + ": " + text;
    }
}
