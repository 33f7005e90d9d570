package dev.perdure.engine;

import dev.perdure.engine.seam.Scheduler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One thread, virtual time, no chance: tasks run in the order in which they came, and time passes only when nothing is left to
 * do at the moment. A fake call can let time pass with {@link #pass}.
 */
final class Simulation extends Clock implements Scheduler {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final int STEPS = 1_000_000;
    private static final int SLOW = 25;

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final PriorityQueue<Alarm> alarms =
            new PriorityQueue<>(Comparator.comparing(Alarm::at).thenComparing(Alarm::number));
    private final @Nullable Random chance;
    private Instant now = BEGIN;
    private long number;
    private boolean slow;

    /** Tasks in the order in which they came. */
    Simulation() {
        this(null);
    }

    /**
     * Tasks, and alarms of one moment, in an order that chance decides about; time passes now and then while there is something to
     * do, as if that was slow.
     */
    Simulation(@Nullable Random chance) {
        this.chance = chance;
    }

    private record Alarm(Instant at, long number, Runnable task) {}

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    @Override
    public Timer schedule(Duration delay, Runnable task) {
        var at = delay.compareTo(Duration.ofDays(100_000)) > 0 ? Instant.MAX : now.plus(delay);
        var alarm = new Alarm(at, chance == null ? number++ : chance.nextLong(), task);
        alarms.add(alarm);
        return () -> alarms.remove(alarm);
    }

    /** Works until the condition holds; fails if nothing is left that could make it hold. */
    void until(BooleanSupplier condition) {
        for (int i = 0; i < STEPS; i++) {
            if (condition.getAsBoolean()) return;
            if (!turn()) throw new AssertionError("nothing is left to do at " + now + ", and it has not come about");
        }
        throw new AssertionError("it has not come about within " + STEPS + " steps, by " + now);
    }

    /** Works until nothing is left to do before this long has passed. */
    void let(Duration pass) {
        var end = now.plus(pass);
        for (int i = 0; i < STEPS; i++) {
            var next = alarms.peek();
            if (tasks.isEmpty() && (next == null || next.at().isAfter(end))) {
                now = end;
                return;
            }
            turn();
        }
        throw new AssertionError("no end within " + STEPS + " steps, by " + now);
    }

    /** Lets time pass while a task is under way: alarms go off, tasks wait. */
    void pass(Duration duration) {
        var end = now.plus(duration);
        while (!alarms.isEmpty() && !alarms.element().at().isAfter(end)) ring();
        now = end;
    }

    /** The threads and timers of one process. */
    Life life() {
        return new Life();
    }

    /** A process; after its crash nothing of it happens any more. */
    final class Life implements Scheduler {
        private boolean dead;

        /** Ends the process, in the middle of whatever it does. */
        void crash() {
            dead = true;
        }

        private Runnable whileAlive(Runnable task) {
            return () -> {
                if (!dead) task.run();
            };
        }

        @Override
        public void execute(Runnable task) {
            if (!dead) Simulation.this.execute(whileAlive(task));
        }

        @Override
        public Timer schedule(Duration delay, Runnable task) {
            return dead ? () -> {} : Simulation.this.schedule(delay, whileAlive(task));
        }
    }

    private boolean turn() {
        if (chance != null) shuffle(chance);
        var task = slow ? null : tasks.poll();
        if (task != null) {
            task.run();
            return true;
        }
        if (alarms.isEmpty()) return false;
        ring();
        return true;
    }

    private void shuffle(Random dice) {
        for (int i = tasks.isEmpty() ? 0 : dice.nextInt(tasks.size()); i > 0; i--) tasks.add(tasks.remove());
        slow = !alarms.isEmpty() && dice.nextInt(SLOW) == 0;
    }

    private void ring() {
        var alarm = alarms.remove();
        if (alarm.at().isAfter(now)) now = alarm.at();
        alarm.task().run();
    }

    /** No jitter: always the middle. */
    static RandomGenerator noChance() {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                return 0;
            }

            @Override
            public double nextDouble() {
                return 0.5;
            }
        };
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
        throw new UnsupportedOperationException();
    }
}
