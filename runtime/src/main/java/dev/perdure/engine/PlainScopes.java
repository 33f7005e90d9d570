package dev.perdure.engine;

import dev.perdure.engine.policy.Attempts;
import dev.perdure.engine.policy.Policies;
import dev.perdure.engine.policy.Retries;
import dev.perdure.engine.seam.Scheduler;
import dev.perdure.spi.PlainRunner;
import dev.perdure.spi.Scope;

/** Runs durable methods plainly, for {@link dev.perdure.Plain}: on the caller's thread, without waiting, recording nothing. */
public final class PlainScopes implements PlainRunner {
    /** For {@link java.util.ServiceLoader}. */
    public PlainScopes() {}

    /** The timer of attempts with a time limit; made when the first one comes. */
    private static final class Timers {
        static final Scheduler SHARED = new SystemExecutors(1);
    }

    @Override
    public Scope newScope() {
        Scheduler timers = new Scheduler() {
            @Override
            public void execute(Runnable task) {
                throw new UnsupportedOperationException("a plain execution stays on its thread");
            }

            @Override
            public Timer schedule(java.time.Duration delay, Runnable task) {
                return Timers.SHARED.schedule(delay, task);
            }
        };
        return new PlainScope(
                new Attempts(timers, new Policies()), new Retries(SystemExecutors.random()), SystemClock.utc());
    }
}
