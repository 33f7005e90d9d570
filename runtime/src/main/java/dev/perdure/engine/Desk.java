package dev.perdure.engine;

import dev.perdure.EngineClosed;
import dev.perdure.IdConflict;
import dev.perdure.InvalidArgument;
import dev.perdure.RunEnded;
import dev.perdure.Signal;
import dev.perdure.StartOptions;
import dev.perdure.Tx;
import dev.perdure.UnknownRun;
import dev.perdure.engine.checkpoint.Kin;
import dev.perdure.engine.checkpoint.Snapshot;
import dev.perdure.engine.checkpoint.Sums;
import dev.perdure.machine.Frame;
import dev.perdure.machine.Layout;
import dev.perdure.store.Change;
import dev.perdure.store.JoinableStore;
import dev.perdure.store.Lease;
import dev.perdure.store.Placement;
import dev.perdure.store.QueueLimits;
import dev.perdure.store.Result;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Takes what the application wants of runs: starts, signals, orders. Blocks its callers, never the engine. */
final class Desk {
    private final Core core;

    Desk(Core core) {
        this.core = core;
    }

    /** Starts a run in the caller's transaction; returns its id, or that of one with the same mark. */
    String start(
            Connection connection, String id, Layout layout, List<@Nullable Object> arguments, StartOptions options) {
        open();
        var frame = entry(layout, arguments);
        var start = starting(id, layout, frame, null, options);
        var result = joinable().commit(connection, List.of(start)).get(0);
        if (result.status() == Result.Status.CONFLICT) throw conflict(id, layout);
        return result.run() == null ? id : result.run();
    }

    private JoinableStore joinable() {
        var joinable = core.store.joinable();
        if (joinable != null) return joinable;
        throw new InvalidArgument(
                "this engine's store is a " + core.store.getClass().getSimpleName()
                        + ", which has no transactions of others; start and signal without a connection, or use a store in your"
                        + " database, such as PostgresStore");
    }

    /** Carries out work of the caller's in a transaction of the store. */
    @SuppressWarnings("unchecked") // what it throws is X, or unchecked
    <T extends @Nullable Object, X extends Exception> T transaction(Tx.Work<T, X> work) throws X {
        open();
        try {
            return joinable().transaction(work::in);
        } catch (RuntimeException | Error unchecked) {
            throw unchecked;
        } catch (Throwable ofWork) {
            throw (X) ofWork;
        }
    }

    private Frame entry(Layout layout, List<@Nullable Object> arguments) {
        core.registry.know(layout);
        var frame = layout.newFrame();
        for (int i = 0; i < arguments.size(); i++) frame.$set(i, arguments.get(i));
        frame.restoreAt(0);
        return frame;
    }

    private Change.Start starting(String id, Layout layout, Frame frame, @Nullable Lease owner, StartOptions options) {
        var digest = digest(core.checkpoints.arguments(layout, frame));
        var bytes = core.checkpoints.whole(Snapshot.entry(frame, core.store.now()), Kin.NONE);
        Limits.check("the start of run \"" + id + "\"", bytes.length, core.limits.checkpointBytes(), "references");
        return new Change.Start(
                id,
                layout.method(),
                digest,
                Sums.seal(id, bytes),
                owner,
                placement(layout, options),
                notBefore(options),
                options.dedup());
    }

    /** Where a run of this method stands in line. */
    Placement placement(Layout layout, StartOptions options) {
        var queue = options.queue() == null ? layout.queue() : options.queue();
        if (queue.equals(StartOptions.DEFAULT_QUEUE) && options.key() != null)
            throw new InvalidArgument(
                    "the key \"" + options.key() + "\" was given to a start on the queue \"default\", which"
                            + " has no limits for keys; name a queue: onQueue(\"…\") or @Durable(queue = \"…\")");
        return new Placement(queue, options.priority(), options.key());
    }

    /** When it begins, or null for at once. */
    @Nullable
    Instant notBefore(StartOptions options) {
        return options.delay().isZero() ? null : Core.after(core.store.now(), options.delay());
    }

    /** Starts a run and returns when that is durable: its id, or that of one with the same mark. */
    String start(String id, Layout layout, List<@Nullable Object> arguments, StartOptions options) {
        open();
        var frame = entry(layout, arguments);
        var start = starting(id, layout, frame, owner(layout, options), options);
        boolean mine = core.runs.starts(id);
        try {
            return start(id, layout, frame, start);
        } finally {
            if (mine) core.runs.started(id);
        }
    }

    /** The lease under which the run moves at once, or null if it has to wait for a claim. */
    private @Nullable Lease owner(Layout layout, StartOptions options) {
        boolean now = core.registry.serves(layout)
                && core.serves.has(StartOptions.DEFAULT_QUEUE)
                && placement(layout, options).isDefault()
                && options.delay().isZero()
                && core.live.size() < core.limits.inFlight();
        return now ? core.leases.current() : null;
    }

    private String start(String id, Layout layout, Frame frame, Change.Start start) {
        var owner = start.owner();
        var result = commit(start, owner);
        if (result.status() == Result.Status.FENCED && owner != null) {
            core.leases.doubt(owner);
            owner = null;
            result = commit(start.unowned(), null);
        }
        if (result.status() == Result.Status.CONFLICT) throw conflict(id, layout);
        var twin = result.run();
        if (twin != null) return twin;
        if (!result.applied()) return id;
        core.listener.started(id, layout.method());
        if (owner != null) core.runs.begin(id, layout.method(), owner, own(id, layout, frame, start.frame()));
        return id;
    }

    /** Sets the limits of a queue. */
    void limit(QueueLimits limits) {
        answered(core.store.limit(Objects.requireNonNull(limits, "limits")));
    }

    /** The limits of all queues. */
    List<QueueLimits> limits() {
        open();
        return answered(core.store.limits());
    }

    private static <T extends @Nullable Object> T answered(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException failure) {
            throw Failures.ofStore(failure);
        }
    }

    /** The frame that moves: what the caller may still change is not shared with it. */
    private Frame own(String id, Layout layout, Frame frame, dev.perdure.store.Payload payload) {
        for (int slot : layout.point(0).resumeSlots())
            if (!core.checkpoints.values().immutable(layout.slots().get(slot).type()))
                return core.restorer.restore(id, List.of(payload)).stack().get(0);
        return core.registry.bound(frame);
    }

    /** Makes a change and returns when that is durable. */
    Result commit(Change change, @Nullable Lease owner) {
        var joinable = core.store.joinable();
        if (joinable != null && joinable.isBusyHere())
            throw new InvalidArgument(
                    "this thread is in a transaction of the store, for whose end a start or a signal would"
                            + " wait; make it part of the transaction: engine.within(connection)");
        try {
            return core.committer.submit(change).join();
        } catch (CompletionException failure) {
            if (owner != null) core.runs.adoptLater(change.run(), owner);
            throw Failures.ofStore(failure);
        }
    }

    /** Checks that the engine is. */
    void open() {
        if (core.closing) throw new EngineClosed("the engine has been closed; start another one on the store");
    }

    /** An id that can be used. */
    String checked(@Nullable String id) {
        if (id == null)
            throw new InvalidArgument(
                    "the run's id is null; give it one, or call start without an id to have one made");
        if (id.isBlank()) throw new InvalidArgument("the run's id is blank; give it one, such as \"order-42\"");
        if (id.length() > core.limits.idLength())
            throw new dev.perdure.LimitExceeded("the run's id is " + id.length() + " characters long; the limit is "
                    + core.limits.idLength() + ": \"" + id.substring(0, 40) + "…\"");
        return id;
    }

    /** A key of a signal that can be used. */
    static String key(@Nullable String key) {
        if (key == null || key.isBlank())
            throw new InvalidArgument("the signal's key is null or blank; send it without a key, or give it one such as"
                    + " \"payment-17\" that is the same each time this very signal is sent");
        return key;
    }

    private static IdConflict conflict(String id, Layout layout) {
        return new IdConflict("there is another run \"" + id + "\": with other arguments, or of another method than "
                + layout.method() + "; it is untouched. Use an id that follows from the input");
    }

    static String digest(byte[] arguments) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(arguments), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }

    /** Sends a signal and returns when it is durable. */
    <S> void signal(String id, Signal<S> signal, S value, @Nullable String key) {
        open();
        sent(id, signal, commit(delivery(id, signal, value, key), null));
    }

    /** Sends a signal in the caller's transaction. */
    <S> void signal(Connection connection, String id, Signal<S> signal, S value, @Nullable String key) {
        open();
        var delivery = delivery(id, signal, value, key);
        sent(id, signal, joinable().commit(connection, List.of(delivery)).get(0));
    }

    private <S> Change.Deliver delivery(String id, Signal<S> signal, S value, @Nullable String key) {
        Objects.requireNonNull(signal, "signal");
        Objects.requireNonNull(value, "the value of a signal is null");
        var bytes = core.checkpoints.value(signal.type(), value);
        Limits.check("signal \"" + signal.name() + "\"", bytes.length, core.limits.signalBytes(), "a reference to it");
        return new Change.Deliver(id, signal.name(), Sums.seal(id, bytes), key);
    }

    private static void sent(String id, Signal<?> signal, Result result) {
        if (result.status() == Result.Status.UNKNOWN) throw unknown(id);
        if (result.status() == Result.Status.ENDED)
            throw new RunEnded("run \"" + id + "\" has ended; signal \"" + signal.name() + "\" would never be taken");
    }

    /** Cancels a run and returns when that is durable. */
    void cancel(String id, String reason) {
        open();
        var bytes = core.checkpoints.value(String.class, Objects.requireNonNull(reason, "reason"));
        var result = commit(new Change.Deliver(id, Change.CANCEL, Sums.seal(id, bytes), null), null);
        if (result.status() == Result.Status.UNKNOWN) throw unknown(id);
        if (result.status() == Result.Status.ENDED)
            throw new RunEnded("run \"" + id + "\" has ended; there is nothing to cancel");
    }

    /** Makes the next attempts now and returns when that is durable. */
    void retry(String id) {
        urgent(id, Mail.RETRY, core.checkpoints.value(String.class, ""));
    }

    /** Gives the current await an outcome and returns when that is durable. */
    void settle(String id, @Nullable Object value) {
        var type = value == null ? void.class : value.getClass();
        var bytes = type == void.class ? "null".getBytes(StandardCharsets.UTF_8) : core.checkpoints.value(type, value);
        Limits.check("the outcome", bytes.length, core.limits.valueBytes(), "a reference to it");
        urgent(id, Mail.COMPLETE, bytes);
    }

    private void urgent(String id, String name, byte[] bytes) {
        open();
        var result = commit(new Change.Deliver(id, name, Sums.seal(id, bytes), null), null);
        if (result.status() == Result.Status.UNKNOWN) throw unknown(id);
        if (result.status() == Result.Status.ENDED) throw new RunEnded("run \"" + id + "\" has ended");
        resume(id);
    }

    /** Sets a stuck run going again and returns when that is durable. */
    void resume(String id) {
        open();
        var result = commit(new Change.Resume(id), null);
        if (result.status() == Result.Status.UNKNOWN) throw unknown(id);
        if (result.status() == Result.Status.ENDED)
            throw new RunEnded("run \"" + id + "\" has ended; there is nothing to go on with");
    }

    static UnknownRun unknown(String id) {
        return new UnknownRun("there is no run \"" + id + "\" in this store");
    }
}
