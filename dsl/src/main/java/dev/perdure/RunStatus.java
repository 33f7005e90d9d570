package dev.perdure;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a run stands, at one moment.
 *
 * @param id the run's id
 * @param method its method, such as {@code shop.OrderFlow.place(shop.Order)}
 * @param state what it is doing
 * @param waitingAt the label of the await it is at, or null before the first and after the end
 * @param source file and line of that await, such as {@code OrderFlow.java:31}, or null if the code is not at hand
 * @param attempt the number of the attempt under way or next at that await, from 1
 * @param wakesAt when it goes on by itself, or null
 * @param problem the last failure, or why it cannot go on, or null
 * @param locals the locals that are alive there, by name, as JSON
 * @param branches of the group that it awaits: those that have not ended, at most 100, by their indexes and labels, with their last failure or an empty
 *     text
 * @param children the ids of the runs it has spawned and not heard of since
 * @param undos the labels of what it would undo if it failed now, in the order in which that would be done
 * @param progress what the code has last said of its progress, or null
 * @param queue the queue it is on
 * @param priority its priority there, the highest first
 * @param key the key whose limit it shares there, or null
 * @param startedAt when it was started, by the store's clock
 * @param updatedAt when it last changed, by the store's clock
 */
public record RunStatus(
        String id,
        String method,
        State state,
        @Nullable String waitingAt,
        @Nullable String source,
        int attempt,
        @Nullable Instant wakesAt,
        @Nullable String problem,
        Map<String, String> locals,
        Map<String, String> branches,
        List<String> children,
        List<String> undos,
        @Nullable Progress progress,
        String queue,
        int priority,
        @Nullable String key,
        Instant startedAt,
        Instant updatedAt) {
    /** Copies the collections. */
    public RunStatus {
        locals = Collections.unmodifiableMap(new LinkedHashMap<>(locals));
        branches = Collections.unmodifiableMap(new LinkedHashMap<>(branches));
        children = List.copyOf(children);
        undos = List.copyOf(undos);
    }

    /**
     * What the code has said of its progress; see {@link Perdure#progress}.
     *
     * @param done how much is done
     * @param total of how much
     * @param note in words
     */
    public record Progress(long done, long total, String note) {}

    /** What a run can be doing. */
    public enum State {
        /** Started or woken, and waiting for a worker, or for its turn in its queue. */
        READY,
        /** Moving, or at a call that is under way. */
        RUNNING,
        /** Waiting for time to pass or for something to arrive; holds no thread. */
        WAITING,
        /** Waiting for code or an operator: see {@link #problem}. */
        STUCK,
        /** Ended with a result. */
        DONE,
        /** Ended with an exception. */
        FAILED,
        /** Cancelled, and ended with that: it let {@link CancelledException} pass. */
        CANCELLED;

        /** Whether this is an end. */
        public boolean terminal() {
            return this == DONE || this == FAILED || this == CANCELLED;
        }
    }
}
