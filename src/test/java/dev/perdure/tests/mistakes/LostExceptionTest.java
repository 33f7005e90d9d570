package dev.perdure.tests.mistakes;

import static java.time.Duration.ofDays;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.RunStatus.State;
import dev.perdure.engine.Engine;
import dev.perdure.local.LocalStore;
import dev.perdure.tests.compile.Javac;
import dev.perdure.tests.compile.Source;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recorded exception whose class is gone when the run goes on. */
class LostExceptionTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final String LOST =
            "package lost; public class Lost extends RuntimeException { public Lost(String m) { super(m); } }";

    @TempDir
    Path folder;

    private final Events events = new Events();

    /** A flow that keeps an exception over a sleep. */
    private Engine engine(Duration later, Patience flow) {
        var store = LocalStore.at(folder.resolve("store"), Clock.fixed(NOON.plus(later), ZoneOffset.UTC));
        return Engine.open(store).register(flow).listener(events).start();
    }

    private static RuntimeException lost() throws ReflectiveOperationException {
        var loader = Javac.compile(List.of(Source.of("lost/Lost.java", LOST)), List.of(), "-Xlint:none")
                .loader();
        return Class.forName("lost.Lost", true, loader)
                .asSubclass(RuntimeException.class)
                .getConstructor(String.class)
                .newInstance("gone");
    }

    @Test
    void G16_an_exception_whose_class_is_gone_stops_its_run_visibly_and_no_other() throws Exception {
        var failure = lost();
        try (var engine = engine(Duration.ZERO, new Patience(() -> {
            throw failure;
        }))) {
            engine.start("lost", Patience::keep, ofDays(1));
            events.parked("lost");
        }
        try (var engine = engine(ofDays(2), new Patience(() -> 7))) {
            assertThat(events.stuck("lost")).contains("perdure/exception-not-rebuilt", "lost.Lost");
            assertThat(engine.run("lost").status().state()).isEqualTo(State.STUCK);
            assertThat(engine.start("other", Patience::keep, Duration.ZERO).result())
                    .isEqualTo("7");
        }
    }
}
