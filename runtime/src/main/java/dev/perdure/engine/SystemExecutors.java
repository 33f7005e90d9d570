package dev.perdure.engine;

import dev.perdure.engine.seam.Scheduler;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** The platform's threads and timers: a virtual thread per task from Java 21 on, a bounded pool before. */
final class SystemExecutors implements Scheduler {
    private final Executor workers;
    private final Runnable closing;
    private final ScheduledThreadPoolExecutor timers;

    SystemExecutors(int threads) {
        if (Runtime.version().feature() >= 21) {
            var virtual = virtualThreads();
            workers = virtual;
            closing = virtual::shutdown;
        } else {
            var pool = new Workers(threads);
            workers = pool;
            closing = pool::close;
        }
        timers = new ScheduledThreadPoolExecutor(1, named("perdure-timer"));
        timers.setRemoveOnCancelPolicy(true);
        timers.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    private static ExecutorService virtualThreads() {
        try {
            // Called by reflection, because this class is compiled for 17.
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException none) {
            throw new LinkageError("Java 21 and later have virtual threads", none);
        }
    }

    private static ThreadFactory named(String name) {
        var number = new AtomicInteger();
        return task -> {
            var thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** The platform's random numbers, for jitter. */
    static RandomGenerator random() {
        return () -> ThreadLocalRandom.current().nextLong();
    }

    @Override
    public void execute(Runnable task) {
        try {
            workers.execute(task);
        } catch (RejectedExecutionException closed) {
            // The engine is closed: what has not begun goes on from the store one day.
        }
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
        try {
            var future = timers.schedule(task, nanos(delay), TimeUnit.NANOSECONDS);
            return () -> future.cancel(false);
        } catch (RejectedExecutionException closed) {
            return () -> {};
        }
    }

    private static long nanos(Duration delay) {
        return delay.compareTo(Duration.ofDays(365)) > 0 ? TimeUnit.DAYS.toNanos(365) : delay.toNanos();
    }

    @Override
    public void close() {
        timers.shutdownNow();
        closing.run();
    }
}
