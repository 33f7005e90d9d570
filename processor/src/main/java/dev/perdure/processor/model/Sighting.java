package dev.perdure.processor.model;

/**
 * Something that the reader saw and that a rule judges.
 *
 * @param subject what it concerns, in the user's words
 */
public record Sighting(Kind kind, Span span, String subject) {
    /** What was seen. */
    public enum Kind {
        /** An await in a lambda. */
        IN_LAMBDA,
        /** An await in a local or anonymous class. */
        IN_CLASS,
        /** An await where the method cannot be suspended; the subject says where. */
        MISPLACED,
        /** A chain of await words as a statement, without {@code get()}. */
        NOT_TAKEN,
        /** An Await as a value. */
        ESCAPES,
        /** An assignment to a field of the durable object. */
        FIELD_WRITE,
        /** A private type. */
        PRIVATE_TYPE,
        /** A type that generated code would have to name and cannot; the subject says what and why. */
        HIDDEN_TYPE,
        /** An await name that is no constant. */
        LABEL_NOT_CONSTANT,
        /** An await name that was given before. */
        LABEL_TWICE,
        /** A {@code @Step} annotation that makes no sense; the subject says why. */
        BAD_STEP,
        /** A {@code @Step} annotation whose attempts may outlast the deadline over them; the subject says how. */
        STEP_OUTLASTS,
        /** A chain whose attempts may outlast the deadline over them; the subject says how. */
        OUTLASTS,
        /** A call of a collaborator outside of an await; the subject names both. */
        BARE_CALL,
        /** A form that cannot be lowered yet. */
        LOCAL_CLASS
    }
}
