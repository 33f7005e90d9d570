package dev.perdure.engine;

import dev.perdure.Run;
import dev.perdure.store.MemoryStore;
import dev.perdure.store.RunImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One store in virtual time, and the engines that live and die on it. */
final class World {
    final Simulation sim = new Simulation();
    final SteppedClock clock = new SteppedClock(sim);
    final MemoryStore store = new MemoryStore(clock);
    final List<String> events = new ArrayList<>();
    private Simulation.Life life = sim.life();
    private CrashingStore mortal = new CrashingStore(store, Integer.MAX_VALUE, false, () -> {});

    Engine engine(Object... hosts) {
        return engine(options -> options, hosts);
    }

    Engine engine(UnaryOperator<EngineBuilder> options, Object... hosts) {
        return options.apply(Engine.open(mortal)
                        .register(hosts)
                        .scheduler(life)
                        .random(Simulation.noChance())
                        .listener(new Recorder()))
                .start();
    }

    /** The process dies; the next engine is a new one. */
    void crash() {
        life.crash();
        mortal.kill();
        life = sim.life();
        mortal = new CrashingStore(store, Integer.MAX_VALUE, false, () -> {});
    }

    /** Works until the run has ended; its result, or what it threw. */
    @Nullable
    Object end(Run<?> run) {
        var result = run.resultAsync();
        sim.until(result::isDone);
        try {
            return result.join();
        } catch (CompletionException failure) {
            return failure.getCause();
        }
    }

    RunImage image(String id) {
        return store.load(List.of(id)).join().get(0);
    }

    /** The last checkpoint, whole or part. */
    String checkpoint(String id) {
        var frame = image(id).frame();
        return new String(frame.get(frame.size() - 1).bytes(), StandardCharsets.UTF_8);
    }

    private final class Recorder implements RunListener {
        @Override
        public void attempt(String run, String await, int attempt) {
            events.add("attempt " + attempt);
        }

        @Override
        public void parked(String run, String await, java.time.@Nullable Instant wakesAt) {
            events.add("parked");
        }

        @Override
        public void recovered(String run, String method, int crashes) {
            events.add("recovered " + crashes);
        }

        @Override
        public void stuck(String run, String problem) {
            events.add("stuck");
        }
    }
}
