package dev.perdure.tests.sim;

import dev.perdure.RunEnded;
import dev.perdure.RunFailed;
import dev.perdure.StartOptions;
import dev.perdure.StoreUnavailable;
import dev.perdure.engine.Engine;
import dev.perdure.engine.Starts;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Starts a run, perhaps cancels it, each again until it is acknowledged, and knows what it has to come to. */
abstract class Client {
    static final long SECOND = 1_000_000;

    final String id;
    final Universe universe;
    final World world;
    final Engine desk;
    private final StartOptions placed;
    private boolean started;
    private boolean cancelled;

    Client(String id, Universe universe, World world, Engine desk, StartOptions placed) {
        this.id = id;
        this.universe = universe;
        this.world = world;
        this.desk = desk;
        this.placed = placed;
        soon(this::start, 20 * SECOND);
        if (universe.random.nextInt(6) == 0) {
            universe.trace(id + " is to be called off");
            soon(this::cancel, 60 * SECOND);
        }
    }

    final void soon(Runnable task, long within) {
        universe.after(universe.random.nextLong(within), task);
    }

    private void start() {
        try {
            begin(desk.with(placed));
            started = true;
            begun();
        } catch (StoreUnavailable planned) {
            soon(this::start, SECOND);
        }
    }

    private void cancel() {
        try {
            if (started) desk.run(id).cancel("called off");
            else soon(this::cancel, SECOND);
            cancelled |= started;
        } catch (StoreUnavailable planned) {
            cancelled = true;
            soon(this::cancel, SECOND);
        } catch (RunEnded over) {
            universe.trace("too late to cancel " + id);
        }
    }

    /** Starts the run. */
    abstract void begin(Starts starts);

    /** The run is started. */
    void begun() {}

    /** Whether this is what has to come of it: a value or a failure. */
    abstract boolean isRight(@Nullable Object value, @Nullable String failure);

    /** What had to come of it. */
    abstract String expected();

    /** It has ended, called off or not; looks at what it has left behind. */
    void look(boolean calledOff) {}

    final boolean isStarted() {
        return started;
    }

    final boolean isCancelled() {
        return cancelled;
    }

    /** When all have ended. */
    final void check() {
        var result = desk.run(id).resultAsync();
        for (var until = universe.micros() + 60 * SECOND; !result.isDone() && universe.turn(until); ) {}
        Object value = null;
        String failure = null;
        try {
            value = result.getNow(null);
        } catch (CompletionException failed) {
            failure = String.valueOf(failed.getCause() instanceof RunFailed known ? known.getCause() : failed);
        }
        boolean calledOff = cancelled && failure != null && failure.contains("perdure/cancelled");
        if (!calledOff && !isRight(value, failure))
            universe.violated("G3, G6: " + id + (failure == null ? " gave " + value : " threw " + failure)
                    + " instead of " + expected());
        else look(calledOff);
    }
}
