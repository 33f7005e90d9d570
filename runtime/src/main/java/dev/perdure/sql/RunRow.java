package dev.perdure.sql;

import dev.perdure.store.Places;
import dev.perdure.store.RunImage.Status;
import org.jspecify.annotations.Nullable;

/**
 * The row of a run. It is never changed in place: a change makes another row and writes it with its {@link #seal}.
 *
 * @param no the run's number in this store
 * @param id the run's id
 * @param method its method's number in this store
 * @param digest of its encoded arguments
 * @param queue its queue's number in this store, 0 for the one without limits
 * @param priority the highest goes first
 * @param key the key whose limit it shares, or null
 * @param mark its mark against duplicates, or null
 * @param place in a queue with limits; see {@link Places}
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
        int queue,
        int priority,
        @Nullable String key,
        @Nullable String mark,
        int place,
        Status status,
        long slot,
        int crashes,
        @Nullable Long since,
        @Nullable String signal,
        @Nullable String problem,
        long startedAt,
        long updatedAt) {

    /** Owned, with its checkpoint in a slot. */
    public RunRow owned(long inSlot, int crashes, int place, long now) {
        return to(Status.OWNED, inSlot, place, crashes, since, null, null, now);
    }

    /** Ready from now. */
    public RunRow ready(int crashes, long now) {
        return to(Status.READY, 0, Places.rested(place, false), crashes, now, null, null, now);
    }

    /** Ready since it was due, and waiting for its turn. */
    public RunRow ripe() {
        return to(Status.READY, 0, place, crashes, since, null, null, updatedAt);
    }

    /** Set back behind others of its key, or put forward again. */
    public RunRow turned() {
        return to(status, slot, Places.turned(place), crashes, since, signal, problem, updatedAt);
    }

    /** Parked until a time, a signal or both. */
    public RunRow parked(@Nullable Long dueAt, @Nullable String forSignal, long now) {
        return to(Status.PARKED, 0, Places.rested(place, false), 0, dueAt, forSignal, null, now);
    }

    /** Stuck with a problem. */
    public RunRow stuck(String because, long now) {
        return to(Status.STUCK, 0, Places.rested(place, true), 0, null, null, because, now);
    }

    /** Ended so. */
    public RunRow ended(Status how, long now) {
        return to(how, 0, Places.rested(place, true), 0, null, null, null, now);
    }

    private RunRow to(
            Status state,
            long inSlot,
            int newPlace,
            int newCrashes,
            @Nullable Long from,
            @Nullable String waitingFor,
            @Nullable String because,
            long now) {
        return new RunRow(
                no,
                id,
                method,
                digest,
                queue,
                priority,
                key,
                mark,
                newPlace,
                state,
                inSlot,
                newCrashes,
                from,
                waitingFor,
                because,
                startedAt,
                now);
    }

    /** The seal over all of it. */
    public int seal() {
        return new Seal()
                .add(no)
                .add(id)
                .add(method)
                .add(digest)
                .add(queue)
                .add(priority)
                .add(key)
                .add(mark)
                .add(place)
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
