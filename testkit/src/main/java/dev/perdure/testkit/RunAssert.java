package dev.perdure.testkit;

import dev.perdure.Run;
import dev.perdure.RunFailed;
import dev.perdure.RunStatus;
import dev.perdure.RunStatus.State;
import java.time.Instant;
import java.util.Objects;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** What can be asserted of a run of a {@link TestEngine}. Each assertion settles first; none lets time pass. */
public final class RunAssert<T extends @Nullable Object> extends AbstractAssert<RunAssert<T>, Run<T>> {
    RunAssert(Run<T> actual) {
        super(actual, RunAssert.class);
    }

    /** It waits at the await of this label: for time to pass, or for something to arrive. */
    public RunAssert<T> isWaitingAt(String label) {
        var status = status();
        if (status.state() != State.WAITING || !label.equals(status.waitingAt()))
            failWithMessage("Expecting %s to be waiting at \"%s\", but it is %s", actual, label, described(status));
        return this;
    }

    /** It waits and goes on by itself at this moment. */
    public RunAssert<T> wakesAt(Instant moment) {
        var status = status();
        if (!moment.equals(status.wakesAt()))
            failWithMessage("Expecting %s to wake at %s, but it is %s", actual, moment, described(status));
        return this;
    }

    /** The number of the attempt that is next, or under way, at its await. */
    public RunAssert<T> isAtAttempt(int number) {
        var status = status();
        if (status.attempt() != number)
            failWithMessage(
                    "Expecting %s to be at attempt %d, but it is at attempt %d, and is %s",
                    actual, number, status.attempt(), described(status));
        return this;
    }

    /** It is in this state. */
    public RunAssert<T> is(State state) {
        var status = status();
        if (status.state() != state)
            failWithMessage("Expecting %s to be %s, but it is %s", actual, state, described(status));
        return this;
    }

    /** It cannot go on without an operator, and its problem says this. */
    public RunAssert<T> isStuck(String problem) {
        var status = status();
        var said = status.problem();
        if (status.state() != State.STUCK || said == null || !said.contains(problem))
            failWithMessage("Expecting %s to be stuck with \"%s\", but it is %s", actual, problem, described(status));
        return this;
    }

    /** It has ended with this result. */
    public RunAssert<T> returned(@Nullable Object expected) {
        var status = status();
        if (status.state() != State.DONE)
            failWithMessage("Expecting %s to have returned <%s>, but it is %s", actual, expected, described(status));
        var result = actual.result();
        if (!Objects.deepEquals(result, expected))
            throw failureWithActualExpected(
                    result,
                    expected,
                    "Expecting %s to have returned <%s>, but it returned <%s>",
                    actual,
                    expected,
                    result);
        return this;
    }

    /** It has ended with an exception of this class. */
    public RunAssert<T> threw(Class<? extends Throwable> type) {
        return threw(type, "");
    }

    /** It has ended with an exception of this class whose message contains this. */
    public RunAssert<T> threw(Class<? extends Throwable> type, String message) {
        var status = status();
        if (status.state() != State.FAILED && status.state() != State.CANCELLED)
            failWithMessage("Expecting %s to have thrown %s, but it is %s", actual, type.getName(), described(status));
        var failure = failure();
        if (!type.isInstance(failure) || !String.valueOf(failure.getMessage()).contains(message)) {
            var mismatch = failure(
                    "Expecting %s to have thrown %s \"%s\", but it threw %s", actual, type.getName(), message, failure);
            mismatch.addSuppressed(failure);
            throw mismatch;
        }
        return this;
    }

    private Throwable failure() {
        try {
            actual.result();
        } catch (RunFailed failed) {
            return Objects.requireNonNull(failed.getCause());
        }
        throw new AssertionError(actual + " has failed and returned");
    }

    private RunStatus status() {
        isNotNull();
        return actual.status();
    }

    /** What a run is doing, behind "it is". */
    static String described(RunStatus status) {
        var at = status.waitingAt() == null ? "" : " at \"" + status.waitingAt() + "\" (" + status.source() + ")";
        var wakes = status.wakesAt() == null ? "" : ", and wakes at " + status.wakesAt();
        var problem = status.problem() == null ? "" : "; " + status.problem();
        return status.state() + at + wakes + problem;
    }
}
