package dev.perdure.processor.model;

import java.util.Set;

/**
 * The declaration of a durable method and its host, for the rules.
 *
 * @param modifiers the method's modifiers, lower case
 * @param nesting how the host is nested: {@code top}, {@code static}, {@code inner}, {@code local} or {@code anonymous}
 * @param hostPrivate whether the host or a class round it is private
 * @param queue the queue that its runs are put on, or empty
 * @param annotations the qualified names of the method's annotations
 */
public record Shape(
        Set<String> modifiers, String nesting, boolean hostPrivate, String queue, Set<String> annotations) {}
