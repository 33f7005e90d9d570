package dev.perdure.tests.harness;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an execution showed.
 *
 * @param result the result, or the exception, as text
 * @param log the effects, in order
 * @param awaits how many awaits were taken
 * @param failure what was thrown, or null
 */
public record Observed(
        String result,
        List<String> log,
        int awaits,
        @Nullable Throwable failure) {
    /** An execution that returned. */
    static Observed returned(@Nullable Object value, Effects effects, int awaits) {
        return new Observed("= " + Show.of(value), List.copyOf(effects.log()), awaits, null);
    }

    /** An execution that threw. */
    static Observed threw(Throwable failure, Effects effects, int awaits) {
        return new Observed("! " + Show.failure(failure), List.copyOf(effects.log()), awaits, failure);
    }

    /** Whether the other execution came to the same. */
    public boolean sameAs(Observed other) {
        return result.equals(other.result) && log.equals(other.log);
    }

    @Override
    public String toString() {
        return result + "\n    " + String.join("\n    ", log);
    }
}
