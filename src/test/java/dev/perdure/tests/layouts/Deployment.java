package dev.perdure.tests.layouts;

import dev.perdure.Run;
import dev.perdure.store.ForwardingStore;
import dev.perdure.store.MemoryStore;
import dev.perdure.store.Store;
import dev.perdure.testkit.TestEngine;
import dev.perdure.tests.compile.Compiled;
import dev.perdure.tests.compile.Javac;
import dev.perdure.tests.compile.Source;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Versions of one class, deployed one after the other on one store, with one folder of lock files. */
final class Deployment {
    private static final Duration LEASES = Duration.ofHours(2);
    private static final String HEAD = """
            package shop;

            import static dev.perdure.Perdure.*;
            import static java.time.Duration.*;

            import dev.perdure.*;
            import dev.perdure.testkit.TestEngine;
            import dev.perdure.tests.layouts.Desk;
            import java.util.*;

            public class Flow {
                static final Signal<String> GO = Signal.of("go", String.class);
                private final Desk desk;

                public Flow(Desk desk) {
                    this.desk = desk;
                }

                public static Run<?> start(TestEngine engine) {
                    return engine.start("r", Flow::run, 7);
                }

                public static Object plain(Desk desk) throws Exception {
                    return Plain.call(() -> new Flow(desk).run(7));
                }

                @Durable
                public String run(int n) throws Exception {
            """;

    private final Path lock;
    private final Turned clock = new Turned();
    private final IdentityHashMap<Compiled, ClassLoader> loaders = new IdentityHashMap<>();
    private final MemoryStore store = new MemoryStore(clock);

    Deployment(Path lock) {
        this.lock = lock;
    }

    /** A class whose durable method {@code run(int n)} has this body, and whose other members stand behind a line {@code ---}. */
    Compiled compile(String text, String mode) {
        var options = new ArrayList<>(List.of("-parameters", "-Xlint:all,-processing", "-Werror"));
        if (!mode.isEmpty()) options.addAll(List.of("-Aperdure.lock=" + lock, "-Aperdure.lock.mode=" + mode));
        return Javac.compile(List.of(Source.of("shop/Flow.java", source(text))), options.toArray(String[]::new));
    }

    private static String source(String text) {
        var parts = text.split("---\n", -1);
        return HEAD + parts[0] + "}\n" + (parts.length > 1 ? parts[1] : "") + "}\n";
    }

    /** A process with the first version starts the run, and dies when nothing more happens by itself. */
    void begin(Compiled version) {
        try (var engine = engine(version, new Desk(false))) {
            type(version).getMethod("start", TestEngine.class).invoke(null, engine);
            engine.settle();
        } catch (ReflectiveOperationException failed) {
            throw new LinkageError("cannot start", failed);
        }
    }

    /** A process with another version takes over: what the run returns, or why it is stuck. */
    @Nullable
    Object resume(Compiled version, Desk desk) {
        try (var engine = engine(version, desk)) {
            Run<@Nullable Object> run = engine.run("r");
            engine.advance(LEASES);
            var problem = run.status().problem();
            return problem == null ? run.result() : "stuck: " + problem;
        }
    }

    /** What plain Java gives. */
    @Nullable
    Object plain(Compiled version) {
        try {
            return type(version).getMethod("plain", Desk.class).invoke(null, new Desk(true));
        } catch (ReflectiveOperationException failed) {
            throw new LinkageError("cannot run", failed);
        }
    }

    private TestEngine engine(Compiled version, Desk desk) {
        try {
            var flow = type(version).getConstructor(Desk.class).newInstance(desk);
            return TestEngine.on(this::store, 1).register(flow);
        } catch (ReflectiveOperationException failed) {
            throw new LinkageError("cannot make the flow", failed);
        }
    }

    private Class<?> type(Compiled version) throws ClassNotFoundException {
        if (!version.ok()) throw new AssertionError(version.messages());
        return Class.forName("shop.Flow", true, loaders.computeIfAbsent(version, Compiled::loader));
    }

    /** The store by the time of the process that has it now, which does not close it. */
    private Store store(Clock now) {
        clock.turn(now);
        return new ForwardingStore(store) {
            @Override
            public void close() {}
        };
    }

    /** A clock that goes on from where it was when another begins to drive it. */
    private static final class Turned extends Clock {
        private @Nullable Clock driver;
        private Duration ahead = Duration.ZERO;

        void turn(Clock next) {
            if (driver != null) ahead = Duration.between(next.instant(), instant());
            driver = next;
        }

        @Override
        public Instant instant() {
            return Objects.requireNonNull(driver).instant().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
