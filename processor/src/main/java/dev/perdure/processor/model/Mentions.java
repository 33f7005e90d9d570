package dev.perdure.processor.model;

import java.util.Set;

/**
 * The names that a method uses, as far as they matter to whoever wants to import a class.
 *
 * @param classes the outermost classes it mentions, qualified
 * @param taken simple names that already mean something else
 * @param declaresClasses whether there are class bodies in it, in which an inherited member may have any name
 */
public record Mentions(Set<String> classes, Set<String> taken, boolean declaresClasses) {
    /** Keeps its own copies. */
    public Mentions {
        classes = Set.copyOf(classes);
        taken = Set.copyOf(taken);
    }
}
