package dev.perdure.engine;

import dev.perdure.InvalidArgument;
import dev.perdure.MethodRef;
import dev.perdure.RunStatus;
import dev.perdure.RunStatus.State;
import dev.perdure.StartOptions;
import dev.perdure.engine.method.References;
import dev.perdure.store.Query;
import dev.perdure.store.RunImage.Status;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which runs to list, in the order of their ids. Immutable: each word returns a changed copy.
 *
 * <pre>{@code
 * engine.find(Search.runs().in(State.WAITING).at("approval").max(50));
 * }</pre>
 *
 * @param states only runs in one of these; empty for all
 * @param method only runs of this method, by its identity, or null for all
 * @param queue only runs on this queue, or null for all
 * @param label only runs at the await of this label, or null for all; reads every checkpoint that fits the rest
 * @param local the name of a local that must be alive, or null
 * @param value what that local must be, as JSON, or null for anything
 * @param startedFrom only runs started at or after this moment, or null
 * @param startedTo only runs started before this moment, or null
 * @param after only ids after this one, or null
 * @param max at most this many, 1 to 10,000
 */
public record Search(
        Set<State> states,
        @Nullable String method,
        @Nullable String queue,
        @Nullable String label,
        @Nullable String local,
        @Nullable String value,
        @Nullable Instant startedFrom,
        @Nullable Instant startedTo,
        @Nullable String after,
        int max) {
    private static final int PAGE = 500;
    private static final int MOST = 10_000;

    /** Checks and copies. */
    public Search {
        states = Set.copyOf(states);
        if (max < 1 || max > MOST)
            throw new InvalidArgument("at most " + max + " runs were asked for; it must be between 1 and 10,000");
    }

    /** All runs, at most 100. */
    public static Search runs() {
        return new Search(Set.of(), null, null, null, null, null, null, null, null, 100);
    }

    /** Only those in one of these states. */
    public Search in(State... some) {
        return new Search(Set.of(some), method, queue, label, local, value, startedFrom, startedTo, after, max);
    }

    /** Only those of a method, such as {@code OrderFlow::place}, given with its parameter types as any reference is. */
    public Search of(MethodRef reference) {
        return new Search(
                states,
                References.resolve(reference).method(),
                queue,
                label,
                local,
                value,
                startedFrom,
                startedTo,
                after,
                max);
    }

    /** Only those on this queue. */
    public Search on(String name) {
        return new Search(
                states, method, StartOptions.queue(name), label, local, value, startedFrom, startedTo, after, max);
    }

    /** Only those at the await of this label. */
    public Search at(String await) {
        return new Search(states, method, queue, await, local, value, startedFrom, startedTo, after, max);
    }

    /** Only those with this local alive, of this value as JSON: {@code with("customer", "\"c-7\"")}. */
    public Search with(String name, String json) {
        return new Search(states, method, queue, label, name, json, startedFrom, startedTo, after, max);
    }

    /** Only those started in this span of time, its end excluded. */
    public Search started(Instant from, Instant to) {
        return new Search(states, method, queue, label, local, value, from, to, after, max);
    }

    /** Only ids after this one: the next page. */
    public Search after(String id) {
        return new Search(states, method, queue, label, local, value, startedFrom, startedTo, id, max);
    }

    /** At most this many. */
    public Search max(int runs) {
        return new Search(states, method, queue, label, local, value, startedFrom, startedTo, after, runs);
    }

    boolean deep() {
        return label != null || local != null;
    }

    Query query(@Nullable String from) {
        var statuses = EnumSet.noneOf(Status.class);
        for (State state : states) statuses.add(status(state));
        return new Query(statuses, method, queue, from, PAGE);
    }

    private static Status status(State state) {
        return switch (state) {
            case READY -> Status.READY;
            case RUNNING -> Status.OWNED;
            case WAITING -> Status.PARKED;
            case STUCK -> Status.STUCK;
            case DONE -> Status.DONE;
            case FAILED -> Status.FAILED;
            case CANCELLED -> Status.CANCELLED;
        };
    }

    boolean fits(RunStatus run) {
        if (startedFrom != null && run.startedAt().isBefore(startedFrom)) return false;
        if (startedTo != null && !run.startedAt().isBefore(startedTo)) return false;
        if (label != null && !label.equals(run.waitingAt())) return false;
        if (local == null) return true;
        var alive = run.locals().get(local);
        return alive != null && (value == null || value.equals(alive));
    }
}
