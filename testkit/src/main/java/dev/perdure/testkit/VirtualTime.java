package dev.perdure.testkit;

import dev.perdure.engine.seam.Scheduler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * A clock that stands still unless it is told to go on, and the tasks and timers that depend on it. Tasks may be handed in by
 * any thread and run on the one that works, in the order in which they came.
 */
final class VirtualTime extends Clock {
    private static final Instant BEGIN = Instant.parse("2030-01-01T00:00:00Z");
    private static final Duration FAR = Duration.ofDays(100_000);

    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final PriorityQueue<Alarm> alarms =
            new PriorityQueue<>(Comparator.comparing(Alarm::at).thenComparing(Alarm::number));
    private volatile Instant now = BEGIN;
    private long number;

    private record Alarm(Instant at, long number, Runnable task) {}

    /** Runs the next task that is there, or whose time has come by a moment; false if there is none. */
    boolean turn(Instant until) {
        var task = tasks.poll();
        if (task == null) task = ring(until);
        if (task == null) return false;
        task.run();
        return true;
    }

    private synchronized @Nullable Runnable ring(Instant until) {
        var next = alarms.peek();
        if (next == null || next.at().isAfter(until)) return null;
        alarms.remove();
        if (next.at().isAfter(now)) now = next.at();
        return next.task();
    }

    /** Lets time pass under a call, and everything else happen in it; the call can be interrupted meanwhile. */
    void pass(Duration duration) throws InterruptedException {
        var end = now.plus(duration);
        while (turn(end)) if (Thread.interrupted()) throw new InterruptedException("the call came into its timeout");
        reach(end);
    }

    /** It is that late now, unless it is later already. */
    synchronized void reach(Instant moment) {
        if (moment.isAfter(now)) now = moment;
    }

    private synchronized Scheduler.Timer schedule(Duration delay, Runnable task) {
        var at = delay.compareTo(FAR) > 0 ? Instant.MAX : now.plus(delay);
        var alarm = new Alarm(at, number++, task);
        alarms.add(alarm);
        return () -> cancel(alarm);
    }

    private synchronized void cancel(Alarm alarm) {
        alarms.remove(alarm);
    }

    /** The threads and timers of a process that begins to live. */
    Life life() {
        return new Life();
    }

    /** A process: once it is dead, nothing of it happens any more. */
    final class Life implements Scheduler {
        private volatile boolean dead;

        void end() {
            dead = true;
        }

        boolean dead() {
            return dead;
        }

        private Runnable whileAlive(Runnable task) {
            return () -> {
                if (!dead) task.run();
            };
        }

        @Override
        public void execute(Runnable task) {
            if (!dead) tasks.add(whileAlive(task));
        }

        @Override
        public Timer schedule(Duration delay, Runnable task) {
            return dead ? () -> {} : VirtualTime.this.schedule(delay, whileAlive(task));
        }
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the clock of a test is in UTC");
    }
}
