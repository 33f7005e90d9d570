package dev.perdure.sql;

import dev.perdure.store.RunImage.Status;
import org.jspecify.annotations.Nullable;

/**
 * The row of a run. It is never changed in place: a change makes another row and writes it with its {@link #seal}.
 *
 * @param no the run's number in this store
 * @param id the run's id
 * @param method its method's number in this store
 * @param digest of its encoded arguments
 * @param status what it is doing
 * @param slot where its checkpoint is while it is owned, else 0
 * @param crashes as in the image, as far as no owner has changed it since
 * @param since from when it can be claimed, in microseconds: when it became ready or is due, or what that was when it was
 *     claimed; null if time alone does not move it
 * @param signal the signal it waits for, or null
 * @param problem why it is stuck, or null
 * @param startedAt when it was started, in microseconds
 * @param updatedAt when this row was written, in microseconds
 */
public record RunRow(
        long no,
        String id,
        int method,
        String digest,
        Status status,
        long slot,
        int crashes,
        @Nullable Long since,
        @Nullable String signal,
        @Nullable String problem,
        long startedAt,
        long updatedAt) {

    /** Owned, with its checkpoint in a slot. */
    public RunRow owned(long inSlot, int crashes, long now) {
        return new RunRow(no, id, method, digest, Status.OWNED, inSlot, crashes, since, null, null, startedAt, now);
    }

    /** Ready from now. */
    public RunRow ready(int crashes, long now) {
        return new RunRow(no, id, method, digest, Status.READY, 0, crashes, now, null, null, startedAt, now);
    }

    /** Parked until a time, a signal or both. */
    public RunRow parked(@Nullable Long dueAt, @Nullable String forSignal, long now) {
        return new RunRow(no, id, method, digest, Status.PARKED, 0, 0, dueAt, forSignal, null, startedAt, now);
    }

    /** Stuck with a problem. */
    public RunRow stuck(String because, long now) {
        return new RunRow(no, id, method, digest, Status.STUCK, 0, 0, null, null, because, startedAt, now);
    }

    /** Ended so. */
    public RunRow ended(Status how, long now) {
        return new RunRow(no, id, method, digest, how, 0, 0, null, null, null, startedAt, now);
    }

    /** The seal over all of it. */
    public int seal() {
        return new Seal()
                .add(no)
                .add(id)
                .add(method)
                .add(digest)
                .add(Statuses.code(status))
                .add(slot)
                .add(crashes)
                .addOptional(since)
                .add(signal)
                .add(problem)
                .add(startedAt)
                .add(updatedAt)
                .value();
    }
}
