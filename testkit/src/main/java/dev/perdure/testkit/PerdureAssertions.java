package dev.perdure.testkit;

import dev.perdure.Run;
import org.jspecify.annotations.Nullable;

/** Entry points of assertions about runs; to be imported statically beside AssertJ's. */
public final class PerdureAssertions {
    private PerdureAssertions() {}

    /** Assertions about a run. */
    public static <T extends @Nullable Object> RunAssert<T> assertThat(Run<T> run) {
        return new RunAssert<>(run);
    }
}
