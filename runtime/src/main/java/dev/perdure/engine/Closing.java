package dev.perdure.engine;

import dev.perdure.engine.seam.Scheduler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings an engine to a stop, within bounded time. */
final class Closing {
    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);
    private static final Duration LOOK = Duration.ofMillis(2);
    private static final Duration LAST = Duration.ofSeconds(5);

    private final Core core;
    private final @Nullable Scheduler own;
    private final AtomicBoolean begun = new AtomicBoolean();

    /** Ends {@code own}, the threads that belong to the engine, with it. */
    Closing(Core core, @Nullable Scheduler own) {
        this.core = core;
        this.own = own;
    }

    void close() {
        if (!begun.compareAndSet(false, true)) return;
        core.closing = true;
        core.claimer.close();
        for (LiveRun run : core.live.values()) core.mover.turn(run.main, () -> {});
        if (!emptied(core.options.grace)) {
            var late = List.copyOf(core.live.values());
            LOG.warn("{} runs are still at a call after {}; they are interrupted", late.size(), core.options.grace);
            for (LiveRun run : late) {
                run.stop();
                core.steps.giveBack(run);
            }
            if (!emptied(LAST)) LOG.warn("{} runs could not be given back in time", core.live.size());
        }
        core.closed = true;
        core.observers.close();
        leave();
        if (own != null) own.close();
        core.committer.close();
        if (core.options.closeStore) core.store.close();
    }

    private void leave() {
        var lease = core.leases.close();
        if (lease == null) return;
        try {
            core.store.leave(lease).get(LAST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            LOG.warn("the lease could not be left and ends by itself: {}", failure.toString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether all runs have left memory within this time. */
    private boolean emptied(Duration atMost) {
        var empty = new CompletableFuture<Boolean>();
        var over = core.scheduler.schedule(atMost, () -> empty.complete(core.live.isEmpty()));
        look(empty);
        try {
            return empty.get();
        } catch (ExecutionException impossible) {
            throw new AssertionError(impossible);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return core.live.isEmpty();
        } finally {
            over.cancel();
        }
    }

    private void look(CompletableFuture<Boolean> empty) {
        if (empty.isDone()) return;
        if (core.live.isEmpty()) empty.complete(true);
        else core.scheduler.schedule(LOOK, () -> look(empty));
    }
}
