package dev.perdure.tests.sim;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Time and chance. Everything that happens is an event in it; events of one moment come in an order that the seed draws. As a
 * clock it is the store's, which can be set forward and back; the events go by a clock that cannot.
 */
final class Universe extends Clock {
    private static final Instant BEGIN = Instant.parse("2030-01-01T00:00:00Z");
    private static final long FAR = Duration.ofDays(10_000).toMillis() * 1000;
    private static final int KEPT = Integer.getInteger("perdure.sim.kept", 400);

    final Random random;
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final Deque<String> last = new ArrayDeque<>();
    private final List<String> violations = new ArrayList<>();
    private long now;
    private long number;
    private long offset;
    private long latest;
    private long hash = 1;
    private long count;

    /** What will happen; without a task, what was taken back. */
    private static final class Event implements Comparable<Event> {
        final long at;
        final int tie;
        final long number;

        @Nullable
        Runnable task;

        Event(long at, int tie, long number, Runnable task) {
            this.at = at;
            this.tie = tie;
            this.number = number;
            this.task = task;
        }

        @Override
        public int compareTo(Event other) {
            if (at != other.at) return Long.compare(at, other.at);
            return tie != other.tie ? Integer.compare(tie, other.tie) : Long.compare(number, other.number);
        }
    }

    Universe(long seed) {
        random = new Random(seed);
    }

    /** Lets something happen in so many microseconds. Gives what takes that back. */
    Runnable after(long micros, Runnable task) {
        var event = new Event(now + Math.min(Math.max(micros, 0), FAR), random.nextInt(1 << 20), number++, task);
        events.add(event);
        return () -> event.task = null;
    }

    /** Lets the next thing happen, if it does until then; false if not. */
    boolean turn(long until) {
        for (var next = events.peek(); next != null && next.at <= until; next = events.peek()) {
            events.remove();
            var task = next.task;
            if (task == null) continue;
            now = Math.max(now, next.at);
            latest = Math.max(latest, now + offset);
            count++;
            task.run();
            return true;
        }
        return false;
    }

    /** Microseconds since the beginning. */
    long micros() {
        return now;
    }

    /** Sets the store's clock. */
    void step(long micros) {
        offset += micros;
        latest = Math.max(latest, now + offset);
        trace("clock " + micros);
    }

    /** The latest that the store's clock has shown. */
    Instant latest() {
        return at(latest);
    }

    /** How many microseconds it takes the store's clock to show again the latest that it has shown. */
    long behind() {
        return latest - now - offset;
    }

    /** Whether something of this probability happens. */
    boolean chance(double probability) {
        return probability > 0 && random.nextDouble() < probability;
    }

    /** Notes what happens. */
    void trace(String what) {
        hash = hash * 1_000_003 + what.hashCode() + now;
        last.add(now + " " + what);
        if (last.size() > KEPT) last.remove();
    }

    /** Something is wrong. */
    void violated(String what) {
        trace("VIOLATION " + what);
        violations.add(what);
    }

    List<String> violations() {
        return violations;
    }

    /** The same for the same events. */
    long hash() {
        return hash;
    }

    /** How many events there were. */
    long count() {
        return count;
    }

    /** What happened last. */
    String story() {
        return String.join("\n    ", last);
    }

    private static Instant at(long micros) {
        return BEGIN.plusNanos(micros * 1000);
    }

    @Override
    public Instant instant() {
        return at(now + offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the universe is in UTC");
    }
}
