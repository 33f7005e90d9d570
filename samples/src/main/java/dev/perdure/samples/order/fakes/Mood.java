package dev.perdure.samples.order.fakes;

import java.util.Random;

/** How reliable the world is today: every service takes its time, and some answers get lost. */
public final class Mood {
    private final Random random;
    private final long latencyMillis;
    private final double failing;

    private Mood(long seed, long latencyMillis, double failing) {
        this.random = new Random(seed);
        this.latencyMillis = latencyMillis;
        this.failing = failing;
    }

    /** Services that answer within twice this time, and fail in one call of twenty. */
    public static Mood ordinary(long seed, long latencyMillis) {
        return new Mood(seed, latencyMillis, 0.05);
    }

    /** Services that answer at once and never fail. */
    public static Mood splendid() {
        return new Mood(0, 0, 0);
    }

    /** The time a request travels; now and then it does not arrive. */
    void request(String service) {
        travel();
        if (dice() < failing / 2) throw new Unavailable(service + ": connection refused");
    }

    /** The time an answer travels; now and then it is lost on the way, though the work is done. */
    void answer(String service) {
        if (dice() < failing / 2) throw new Unavailable(service + ": connection reset, answer lost");
    }

    /** Hangs, very seldom, much longer than anybody wants to wait. */
    void hang() {
        if (dice() < failing / 20) pause(60_000);
    }

    private void travel() {
        if (latencyMillis > 0) pause(random.nextLong(2 * latencyMillis + 1));
    }

    private double dice() {
        return failing == 0 ? 1 : random.nextDouble();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException cut) {
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted");
        }
    }

    /** A service did not answer; asking again may help. */
    public static final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** What happened. */
        public Unavailable(String message) {
            super(message);
        }
    }
}
