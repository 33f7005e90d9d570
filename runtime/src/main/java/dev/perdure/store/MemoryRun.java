package dev.perdure.store;

import dev.perdure.store.Change.Frames;
import dev.perdure.store.RunImage.Letter;
import dev.perdure.store.RunImage.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A run in the {@link MemoryStore}; every access is under the store's lock. */
final class MemoryRun {
    /** Oldest due first; the number keeps the order total. */
    static final Comparator<MemoryRun> BY_DUE =
            Comparator.<MemoryRun, Instant>comparing(run -> run.since).thenComparingLong(run -> run.number);

    /** The order of what waits in one queue. */
    static final Comparator<MemoryRun> BY_TURN =
            Comparator.<MemoryRun>comparingInt(run -> -run.placement.priority()).thenComparing(BY_DUE);

    /** Longest unchanged first. */
    static final Comparator<MemoryRun> BY_CHANGE =
            Comparator.<MemoryRun, Instant>comparing(run -> run.updatedAt).thenComparingLong(run -> run.number);

    final String id;
    final String method;
    final String digest;
    final Placement placement;
    final long number;
    final Instant startedAt;

    /** See {@link Places}; 0 in a queue without limits. */
    int place;

    @Nullable
    final String dedup;

    Status status = Status.READY;
    long owner;
    int crashes;

    /** From when it can be claimed: when it became ready, its due time, or what that was when it was claimed. */
    Instant since;

    @Nullable
    Instant dueAt;

    @Nullable
    String signal;

    @Nullable
    String problem;

    @Nullable
    Payload outcome;

    Instant updatedAt;

    private final List<Payload> frame = new ArrayList<>();
    private final List<Letter> mailbox = new ArrayList<>();
    private final Set<String> dedups = new HashSet<>();
    private long letters;

    MemoryRun(Change.Start start, long number, Instant now) {
        this.id = start.run();
        this.method = start.method();
        this.digest = start.digest();
        this.placement = start.placement();
        this.dedup = start.dedup();
        this.number = number;
        this.startedAt = now;
        this.updatedAt = now;
        this.since = now;
        frame.add(start.frame());
    }

    void write(Frames frames) {
        if (frames instanceof Frames.Whole whole) {
            frame.clear();
            frame.add(whole.frame());
        } else if (frames instanceof Frames.Part part) {
            frame.add(part.part());
        }
    }

    void consume(List<Long> numbers) {
        if (!numbers.isEmpty()) mailbox.removeIf(letter -> numbers.contains(letter.number()));
    }

    /** Whether a signal is there already that ends the wait. */
    boolean wokenBy(Change.Next.Park park) {
        return mailbox.stream().anyMatch(letter -> park.isEndedBy(letter.name(), letter.number()));
    }

    /** Whether there is a signal of this name besides these. */
    boolean hasOther(String name, List<Long> numbers) {
        return mailbox.stream().anyMatch(letter -> letter.name().equals(name) && !numbers.contains(letter.number()));
    }

    /** Whether a signal with this dedup key was sent before. */
    boolean knows(@Nullable String dedup) {
        return dedup != null && dedups.contains(dedup);
    }

    long post(Change.Deliver deliver) {
        if (deliver.dedup() != null) dedups.add(deliver.dedup());
        mailbox.add(new Letter(++letters, deliver.name(), deliver.value()));
        return letters;
    }

    void end(Status how, Payload result) {
        status = how;
        outcome = result;
        frame.clear();
        mailbox.clear();
    }

    RunImage image() {
        return image(frame, mailbox, outcome);
    }

    RunImage summary() {
        return image(List.of(), List.of(), null);
    }

    private RunImage image(List<Payload> frames, List<Letter> letters, @Nullable Payload result) {
        return new RunImage(
                id, method, digest, placement, status, owner, crashes, dueAt, signal, problem, frames, letters, result,
                startedAt, updatedAt);
    }
}
