package dev.perdure.tests.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.perdure.RunFailed;
import dev.perdure.engine.Engine;
import dev.perdure.store.MemoryStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Case 102: stack traces name the user's file and line. */
class TraceTest {
    private static final Path SOURCE = Path.of("java/dev/perdure/tests/cases/Failing.java");

    @Test
    void c102_traces_of_plain_failures_name_the_users_file_and_line() throws IOException {
        for (var reload : List.of(false, true)) {
            assertThat(trace(0, reload)).startsWith(place("0"));
            assertThat(trace(2, reload)).startsWith(place("2 inside"), place("2"));
            assertThat(trace(3, reload)).startsWith(place("3"));
            assertThat(trace(4, reload)).startsWith(place("4 inside"), place("4"));
        }
    }

    @Test
    void c102_traces_of_failed_awaits_begin_in_the_awaited_call() throws IOException {
        for (var reload : List.of(false, true)) assertThat(trace(1, reload)).startsWith(place("1 inside"), place("1"));
    }

    @Test
    void c102_traces_of_durable_calls_begin_in_the_called_method() throws IOException {
        for (var reload : List.of(false, true)) assertThat(trace(5, reload)).startsWith(place("5 inside"));
    }

    @Test
    void c102_traces_do_not_name_generated_code() {
        for (var n = 0; n <= 5; n++) assertThat(trace(n, true)).noneMatch(place -> place.contains("_Machine"));
    }

    /** The places of the user's own code, from the top. */
    private static List<String> trace(int n, boolean reload) {
        try (var engine = Engine.open(new MemoryStore(Clock.systemUTC()))
                .register(new Failing())
                .reloadAtEveryAwait(reload)
                .start()) {
            var run = engine.start("run", Failing::run, n);
            var failed = catchThrowableOfType(RunFailed.class, run::result);
            assertThat(failed).isNotNull();
            return Arrays.stream(Objects.requireNonNull(failed.getCause()).getStackTrace())
                    .filter(element -> element.getClassName().startsWith(Failing.class.getName()))
                    .map(element -> element.getFileName() + ":" + element.getLineNumber())
                    .toList();
        }
    }

    private static String place(String mark) throws IOException {
        var lines = Files.readAllLines(SOURCE);
        for (var i = 0; i < lines.size(); i++)
            if (lines.get(i).endsWith("// <- " + mark)) return "Failing.java:" + (i + 1);
        throw new AssertionError("no line is marked " + mark);
    }
}
