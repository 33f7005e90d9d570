package dev.perdure.processor.model;

/**
 * A class that generated code cannot name, although the method may have values of it.
 *
 * @param type its simple name
 * @param why in words
 * @param isPrivate whether it is hidden by the word {@code private}, which its user can leave away
 */
public record Hidden(String type, String why, boolean isPrivate) {
    /**
     * What there is to say of something for which the class would have to be named.
     *
     * @param what that has to be named, in the user's words
     */
    public Sighting at(Span span, String what) {
        return isPrivate
                ? new Sighting(Sighting.Kind.PRIVATE_TYPE, span, type)
                : new Sighting(Sighting.Kind.HIDDEN_TYPE, span, text(what));
    }

    private String text(String what) {
        return what + " has to be named by the class that is generated beside this one, but " + why;
    }
}
