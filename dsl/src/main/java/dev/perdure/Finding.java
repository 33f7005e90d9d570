package dev.perdure;

import java.util.Locale;

/**
 * The catalogue of everything Perdure reports: findings of the compiler and errors at run time. Each has a slug, which
 * stands in every message, and a page {@code docs/errors/<name>.md} that says what it means and how to mend it.
 */
public enum Finding {
    /** A chain of await words without {@code get()}. */
    AWAIT_NOT_TAKEN(Phase.COMPILE),
    /** An await in a lambda, a local or anonymous class. */
    AWAIT_IN_LAMBDA(Phase.COMPILE),
    /** An await where the method cannot be suspended: synchronized block, guard, assert, resource and the like. */
    AWAIT_MISPLACED(Phase.COMPILE),
    /** An {@code Await} kept in a variable, passed on or returned. */
    AWAIT_ESCAPES(Phase.COMPILE),
    /** A local that is live at an await and whose type cannot be saved. */
    UNSAVEABLE_LOCAL(Phase.COMPILE),
    /** The result of an await has a type that cannot be saved. */
    UNSAVEABLE_RESULT(Phase.COMPILE),
    /** A mutable object that is evaluated left of an await and written after it. */
    IDENTITY_SPILL(Phase.COMPILE),
    /** A write to a field of the durable object, which is never saved. */
    FIELD_WRITE(Phase.COMPILE),
    /** A private type in a durable method. */
    PRIVATE_TYPE(Phase.COMPILE),
    /** A value that is kept has a type that the generated class cannot name. */
    HIDDEN_TYPE(Phase.COMPILE),
    /** A durable method in an inner, local or anonymous class. */
    INNER_HOST(Phase.COMPILE),
    /** Two awaits with the same explicit name. */
    AMBIGUOUS_LABEL(Phase.COMPILE),
    /** An await name that is not a constant. */
    LABEL_NOT_CONSTANT(Phase.COMPILE),
    /** {@code @Durable} on an abstract, native or synchronized method. */
    UNSUITABLE_METHOD(Phase.COMPILE),
    /** A method that overrides a durable one and is not durable itself. */
    OVERRIDES_DURABLE(Phase.COMPILE),
    /** {@code @Transactional} on a durable method. */
    TRANSACTIONAL_METHOD(Phase.COMPILE),
    /** A {@code @Step} annotation with a value that makes no sense. */
    BAD_STEP(Phase.COMPILE),
    /** {@code @Durable(queue = …)} with a name that no queue can have. */
    BAD_QUEUE(Phase.COMPILE),
    /** A retry budget that is longer than the deadline over it. */
    RETRY_OUTLASTS_DEADLINE(Phase.COMPILE),
    /** A local class that cannot leave the statements it stands among. */
    LOCAL_CLASS(Phase.COMPILE),
    /** A call of a collaborator outside of an await; said only where it is asked for. */
    BARE_CALL(Phase.COMPILE),
    /** Code that runs which are saved under a locked layout could not be resumed by. */
    LAYOUT_CHANGED(Phase.COMPILE),
    /** A layout that is not in its lock file, where it has to be. */
    LAYOUT_NOT_LOCKED(Phase.COMPILE),
    /** A lock file, or an option about them, that makes no sense. */
    LOCK_UNUSABLE(Phase.COMPILE),
    /** A compiler without the Trees API. */
    UNSUPPORTED_COMPILER(Phase.COMPILE),

    /** A word of {@link Perdure} outside of a run. */
    NOT_DURABLE(Phase.RUN),
    /** An argument that makes no sense. */
    INVALID_ARGUMENT(Phase.RUN),
    /** A method reference to a method that is not durable, or to none. */
    UNKNOWN_METHOD(Phase.RUN),
    /** A durable class that was not registered where its instance is needed. */
    NOT_REGISTERED(Phase.RUN),
    /** An id that is taken by a run with another input. */
    ID_CONFLICT(Phase.RUN),
    /** An id under which there is no run. */
    UNKNOWN_RUN(Phase.RUN),
    /** A run that has ended already. */
    RUN_ENDED(Phase.RUN),
    /** A run that ended with an exception. */
    RUN_FAILED(Phase.RUN),
    /** An attempt that took longer than its timeout. */
    ATTEMPT_TIMED_OUT(Phase.RUN),
    /** An await that took longer than its deadline. */
    DEADLINE_EXCEEDED(Phase.RUN),
    /** A run that was cancelled, or a branch that is no longer needed. */
    CANCELLED(Phase.RUN),
    /** A branch that has thrown a checked exception. */
    BRANCH_FAILED(Phase.RUN),
    /** A group of awaits that cannot succeed any more. */
    TOO_FEW_SUCCEEDED(Phase.RUN),
    /** A callback token that is not, or no longer, good for anything. */
    CALLBACK_REJECTED(Phase.RUN),
    /** A callback that the outside system has failed. */
    CALLBACK_FAILED(Phase.RUN),
    /** A call whose outcome nobody knows, and which may be made at most once. */
    OUTCOME_UNKNOWN(Phase.RUN),
    /** An attempt that a policy of the engine has not let through. */
    POLICY_REJECTED(Phase.RUN),
    /** A job that could not be polled or fetched. */
    JOB_FAILED(Phase.RUN),
    /** A value over a documented limit. */
    LIMIT_EXCEEDED(Phase.RUN),
    /** A value that the codec cannot save. */
    UNSAVEABLE_VALUE(Phase.RUN),
    /** Stored data that is damaged or does not fit its type. */
    DATA_CORRUPTED(Phase.RUN),
    /** A checkpoint whose layout the code at hand does not fit. */
    LAYOUT_MISMATCH(Phase.RUN),
    /** A recorded exception whose class cannot be found or made. */
    EXCEPTION_NOT_REBUILT(Phase.RUN),
    /** Generated code of another contract number than the runtime's. */
    CONTRACT_MISMATCH(Phase.RUN),
    /** A store in use by another process. */
    STORE_LOCKED(Phase.RUN),
    /** A store that is none, or of another version, or damaged. */
    STORE_UNUSABLE(Phase.RUN),
    /** A database that acknowledges what it may lose. */
    STORE_NOT_DURABLE(Phase.RUN),
    /** A database that only reads. */
    STORE_READ_ONLY(Phase.RUN),
    /** A database server of a version that is too old. */
    STORE_TOO_OLD(Phase.RUN),
    /** A store that does not answer or cannot write. */
    STORE_UNAVAILABLE(Phase.RUN),
    /** An engine that has been closed. */
    ENGINE_CLOSED(Phase.RUN);

    /** When a finding is reported. */
    public enum Phase {
        /** By the annotation processor. */
        COMPILE,
        /** By the runtime. */
        RUN
    }

    private final Phase phase;

    Finding(Phase phase) {
        this.phase = phase;
    }

    /** When it is reported. */
    public Phase phase() {
        return phase;
    }

    /** The name of its page, such as {@code await-not-taken}. */
    public String page() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The slug that stands in its messages, such as {@code perdure/await-not-taken}. */
    public String slug() {
        return "perdure/" + page();
    }
}
