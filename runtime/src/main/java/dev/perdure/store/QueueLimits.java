package dev.perdure.store;

import dev.perdure.InvalidArgument;
import dev.perdure.StartOptions;
import java.time.Duration;
import java.util.Objects;

/**
 * What may move of a queue at once. Kept in the store, so that all nodes go by the same numbers, and decided on within the
 * transaction of the claim. Immutable: each word returns a changed copy.
 *
 * <pre>{@code
 * Engine.open(store).queue(QueueLimits.of("gpu").atOnce(8).perNode(2).perKey(1).rate(100, Duration.ofMinutes(1)))
 * }</pre>
 *
 * <p>A run takes a place when it is claimed and gives it back when it parks or ends: what waits for a timer, a signal or a child
 * holds none. {@link #untilEnd} makes it keep its place until it ends. A run whose node has died holds its place until another node
 * goes on with it.
 *
 * @param queue the queue
 * @param atOnce at most so many runs across all nodes; 0 pauses the queue
 * @param perNode at most so many runs on one node
 * @param perKey at most so many runs of one key across all nodes
 * @param rate at most so many runs begin within any period across all nodes; going on is not beginning
 * @param period of the rate
 * @param untilEnd whether a run holds its place until it ends, also while it waits
 */
public record QueueLimits(
        String queue, int atOnce, int perNode, int perKey, int rate, Duration period, boolean untilEnd) {
    /** What stands for no limit. */
    public static final int NONE = Integer.MAX_VALUE;

    private static final Duration LONGEST = Duration.ofDays(366);

    /** Checks the numbers. */
    public QueueLimits {
        StartOptions.queue(queue);
        if (queue.equals(StartOptions.DEFAULT_QUEUE))
            throw new InvalidArgument(
                    "limits were given for the queue \"default\", which has none; put the runs that are to be"
                            + " limited on a queue of their own, such as @Durable(queue = \"gpu\")");
        least("runs at once", queue, atOnce, 0);
        least("runs per node", queue, perNode, 1);
        least("runs per key", queue, perKey, 1);
        least("runs per period", queue, rate, 1);
        Objects.requireNonNull(period, "period");
        if (period.compareTo(Duration.ofMillis(1)) < 0 || period.compareTo(LONGEST) > 0)
            throw new InvalidArgument("the period of the rate of queue \"" + queue + "\" is " + period
                    + "; it must be between a millisecond and 366 days");
    }

    private static void least(String what, String queue, int value, int least) {
        if (value < least)
            throw new InvalidArgument("the limit of " + what + " of queue \"" + queue + "\" is " + value
                    + "; it must be at least " + least + (least == 0 ? ", which pauses the queue" : ""));
    }

    /** A queue without limits so far. */
    public static QueueLimits of(String queue) {
        return new QueueLimits(queue, NONE, NONE, NONE, NONE, Duration.ofSeconds(1), false);
    }

    /** At most so many runs across all nodes; 0 pauses the queue. */
    public QueueLimits atOnce(int runs) {
        return new QueueLimits(queue, runs, perNode, perKey, rate, period, untilEnd);
    }

    /** At most so many runs on one node. */
    public QueueLimits perNode(int runs) {
        return new QueueLimits(queue, atOnce, runs, perKey, rate, period, untilEnd);
    }

    /** At most so many runs of one key across all nodes; runs without a key are not limited by it. */
    public QueueLimits perKey(int runs) {
        return new QueueLimits(queue, atOnce, perNode, runs, rate, period, untilEnd);
    }

    /** At most so many runs begin within any period of this length, across all nodes. */
    public QueueLimits rate(int runs, Duration within) {
        return new QueueLimits(queue, atOnce, perNode, perKey, runs, within, untilEnd);
    }

    /**
     * A run holds its place until it ends, also while it waits. A run of such a queue that waits for another one of the same
     * queue may wait for ever.
     */
    public QueueLimits holdUntilEnd() {
        return new QueueLimits(queue, atOnce, perNode, perKey, rate, period, true);
    }
}
