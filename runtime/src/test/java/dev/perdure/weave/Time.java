package dev.perdure.weave;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;

/** The time of a play, and what is to be done in it. */
final class Time extends Clock {
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private final PriorityQueue<Alarm> alarms =
            new PriorityQueue<>(Comparator.comparing(Alarm::at).thenComparing(Alarm::number));
    private Instant now = BEGIN;
    private boolean stopped;
    private long number;

    private record Alarm(Instant at, long number, Runnable task) {}

    /** Sets an alarm; what is returned takes it back. */
    Runnable set(Duration delay, Runnable task) {
        var at = delay.compareTo(Duration.ofDays(100_000)) > 0 ? Instant.MAX : now.plus(delay);
        var alarm = new Alarm(at, number++, task);
        alarms.add(alarm);
        return () -> alarms.remove(alarm);
    }

    boolean canPass() {
        return !stopped && !alarms.isEmpty();
    }

    boolean isDueBefore(Duration delay) {
        var next = alarms.peek();
        return next != null && next.at().isBefore(now.plus(delay));
    }

    void stop() {
        stopped = true;
    }

    /** It is time for the next alarm. */
    void ring() {
        var alarm = alarms.poll();
        if (alarm == null) return;
        if (alarm.at().isAfter(now)) now = alarm.at();
        alarm.task().run();
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
