package dev.perdure.engine;

import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The bounded pool for platforms without virtual threads. When a batch is durable, hundreds of tasks come at once, and waking a
 * thread for each would cost more than the tasks do. So no more than one thread at a time is on its way to the queue; the one
 * that has found a task wakes the next before it begins, if there are more. A task that blocks holds up no other as long as there
 * are threads.
 */
final class Workers implements Executor {
    private static final long IDLE_SECONDS = 30;

    private final int most;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Deque<Worker> resting = new ConcurrentLinkedDeque<>();
    private final AtomicInteger threads = new AtomicInteger();
    private final AtomicInteger names = new AtomicInteger();

    /** Whether a thread has been woken that has not looked into the queue yet. */
    private final AtomicBoolean coming = new AtomicBoolean();

    private volatile boolean closed;

    /** No more threads than this. */
    Workers(int most) {
        this.most = most;
    }

    @Override
    public void execute(Runnable task) {
        if (closed) throw new RejectedExecutionException("the pool is closed");
        tasks.add(task);
        wake();
    }

    /** Sends for a thread if there is something to do and none is coming; those at work look for more when they are done. */
    private void wake() {
        if (tasks.isEmpty() || !coming.compareAndSet(false, true)) return;
        var rested = resting.pollLast();
        if (rested != null) rested.awake.release();
        else if (!begin()) coming.set(false);
    }

    private boolean begin() {
        int known = threads.get();
        while (known < most) {
            if (threads.compareAndSet(known, known + 1)) {
                start();
                return true;
            }
            known = threads.get();
        }
        return false;
    }

    private void start() {
        boolean started = false;
        try {
            new Worker("perdure-" + names.incrementAndGet()).start();
            started = true;
        } finally {
            if (!started) { // out of memory: those that are there go on
                threads.decrementAndGet();
                coming.set(false);
            }
        }
    }

    /** What was handed in is still done; nothing more is taken. */
    void close() {
        closed = true;
        for (var worker = resting.pollLast(); worker != null; worker = resting.pollLast()) worker.awake.release();
    }

    private final class Worker extends Thread {
        private final Semaphore awake = new Semaphore(0);

        Worker(String name) {
            super(name);
            setDaemon(true);
        }

        @Override
        public void run() {
            do {
                var task = tasks.poll();
                coming.set(false); // whoever brings a task from now on wakes another, and rest() sees what came before
                for (; task != null; task = tasks.poll()) {
                    wake();
                    perform(task);
                }
            } while (rest());
            threads.decrementAndGet();
            wake(); // for a task that came when this was still one of them
        }

        private void perform(Runnable task) {
            Thread.interrupted(); // meant for what was done here before
            try {
                task.run();
            } catch (Throwable unexpected) {
                getUncaughtExceptionHandler().uncaughtException(this, unexpected);
            }
        }

        /** Waits to be woken; false if this thread is needed no more. */
        private boolean rest() {
            resting.addLast(this);
            // Whoever brought a task before this one was seen resting may have woken nobody.
            if ((!tasks.isEmpty() || closed) && resting.remove(this)) return !closed || !tasks.isEmpty();
            while (!isWoken()) if (resting.remove(this)) return false;
            return true;
        }

        private boolean isWoken() {
            try {
                return awake.tryAcquire(IDLE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException meantForATaskThatIsDone) {
                return false;
            }
        }
    }
}
