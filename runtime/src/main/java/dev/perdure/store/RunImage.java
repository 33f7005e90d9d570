package dev.perdure.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run as it is stored, at one moment.
 *
 * @param id the run's id
 * @param method its method's identity
 * @param digest of its encoded arguments
 * @param placement where it stands in line
 * @param status what it is doing
 * @param owner the token of the lease that owns it, or 0
 * @param crashes how often it was claimed from a lease that ended without giving it back, since its last step
 * @param dueAt when it goes on by itself, or null; null unless it is parked
 * @param signal the name of the signal it waits for, or null; null unless it is parked
 * @param problem why it is stuck, or null
 * @param frame its last whole checkpoint and the parts written since, in order; empty once it has ended, and in pages
 * @param mailbox the signals not yet consumed, by number; empty in pages
 * @param outcome what came of it, or null before the end; null in pages
 * @param startedAt when it was started
 * @param updatedAt when it last changed; a signal that does not move it is no change
 */
public record RunImage(
        String id,
        String method,
        String digest,
        Placement placement,
        Status status,
        long owner,
        int crashes,
        @Nullable Instant dueAt,
        @Nullable String signal,
        @Nullable String problem,
        List<Payload> frame,
        List<Letter> mailbox,
        @Nullable Payload outcome,
        Instant startedAt,
        Instant updatedAt) {
    /** Copies the lists. */
    public RunImage {
        frame = List.copyOf(frame);
        mailbox = List.copyOf(mailbox);
    }

    /** What a run is doing, for the store. */
    public enum Status {
        /** Can move and has no owner. */
        READY,
        /** Moves under its owner. */
        OWNED,
        /** Waits for time or a signal. */
        PARKED,
        /** Waits for an operator or for other code. */
        STUCK,
        /** Ended with a result. */
        DONE,
        /** Ended with an exception. */
        FAILED,
        /** Ended with the cancellation that it was asked to end with. */
        CANCELLED;

        /** Whether this is an end. */
        public boolean terminal() {
            return this == DONE || this == FAILED || this == CANCELLED;
        }
    }

    /**
     * A signal in the mailbox.
     *
     * @param number its place in the run's total order, growing
     * @param name the signal's name
     * @param value its encoded value
     */
    public record Letter(long number, String name, Payload value) {}
}
