package dev.perdure.processor.read;

/**
 * What is read only where somebody asks for it.
 *
 * @param savedTypes what the types of saved values are made of
 * @param bareCalls calls of collaborators outside of awaits
 */
public record Wishes(boolean savedTypes, boolean bareCalls) {}
