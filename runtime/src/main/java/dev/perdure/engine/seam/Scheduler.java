package dev.perdure.engine.seam;

import java.time.Duration;

/** Threads and timers of an engine. Safe for use by many threads. */
public interface Scheduler extends AutoCloseable {
    /** Runs a task soon, on a thread that the task may block: it may run the application's calls. */
    void execute(Runnable task);

    /** Runs a task after a delay, which is more than zero. The task is short and blocks nothing; it may run on any thread. */
    Timer schedule(Duration delay, Runnable task);

    /** Ends the threads, if they are the scheduler's own; tasks that have not begun may be dropped. */
    @Override
    default void close() {}

    /** A task that has been scheduled. */
    interface Timer {
        /** Keeps the task from running, if it has not begun. */
        void cancel();
    }
}
