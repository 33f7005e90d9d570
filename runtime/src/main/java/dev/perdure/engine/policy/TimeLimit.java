package dev.perdure.engine.policy;

import dev.failsafe.Policy;
import dev.failsafe.PolicyConfig;
import dev.failsafe.spi.ExecutionResult;
import dev.failsafe.spi.PolicyExecutor;
import dev.failsafe.spi.SyncExecutionInternal;
import dev.perdure.engine.seam.Scheduler;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Failsafe's timeout on a timer that is passed in: its own one always takes the platform's clock, which no simulation can turn.
 * When the time is over the calling thread is interrupted, and the execution fails once the call has come back, so that two
 * attempts never run at the same time.
 */
final class TimeLimit<R> implements Policy<R> {
    private static final int RUNNING = 0;
    private static final int DONE = 1;
    private static final int OVER = 2;

    private final Duration limit;
    private final Scheduler scheduler;
    private final Supplier<? extends RuntimeException> failure;

    TimeLimit(Duration limit, Scheduler scheduler, Supplier<? extends RuntimeException> failure) {
        this.limit = limit;
        this.scheduler = scheduler;
        this.failure = failure;
    }

    @Override
    public PolicyConfig<R> getConfig() {
        return new PolicyConfig<>() {};
    }

    @Override
    public PolicyExecutor<R> toExecutor(int index) {
        return new Limited(index);
    }

    private final class Limited extends PolicyExecutor<R> {
        Limited(int index) {
            super(TimeLimit.this, index);
        }

        @Override
        public Function<SyncExecutionInternal<R>, ExecutionResult<R>> apply(
                Function<SyncExecutionInternal<R>, ExecutionResult<R>> inner, dev.failsafe.spi.Scheduler ignored) {
            return execution -> {
                var state = new AtomicInteger(RUNNING);
                var caller = Thread.currentThread();
                var timer = scheduler.schedule(limit, () -> {
                    synchronized (state) { // the interrupt never hits what runs after the call
                        if (state.compareAndSet(RUNNING, OVER)) caller.interrupt();
                    }
                });
                var result = inner.apply(execution);
                timer.cancel();
                boolean over;
                synchronized (state) {
                    over = !state.compareAndSet(RUNNING, DONE);
                }
                if (!over) return result;
                Thread.interrupted();
                return ExecutionResult.exception(failure.get());
            };
        }
    }
}
