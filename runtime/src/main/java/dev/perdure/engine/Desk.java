package dev.perdure.engine;

import dev.perdure.CallbackFailed;
import dev.perdure.CallbackRejected;
import dev.perdure.EngineClosed;
import dev.perdure.IdConflict;
import dev.perdure.InvalidArgument;
import dev.perdure.RunEnded;
import dev.perdure.RunStatus;
import dev.perdure.Signal;
import dev.perdure.UnknownRun;
import dev.perdure.engine.checkpoint.Kin;
import dev.perdure.engine.checkpoint.Saved;
import dev.perdure.engine.checkpoint.Snapshot;
import dev.perdure.engine.checkpoint.Sums;
import dev.perdure.machine.Frame;
import dev.perdure.machine.Layout;
import dev.perdure.machine.Outcome;
import dev.perdure.store.Change;
import dev.perdure.store.JoinableStore;
import dev.perdure.store.Lease;
import dev.perdure.store.Query;
import dev.perdure.store.Result;
import dev.perdure.store.RunImage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Takes what the application wants of runs: starts, signals, questions. Blocks its callers, never the engine. */
final class Desk {
    private static final int PAGE = 1_000;

    private final Core core;

    Desk(Core core) {
        this.core = core;
    }

    /** Starts a run in the caller's transaction. */
    void start(Connection connection, String id, Layout layout, List<@Nullable Object> arguments) {
        open();
        var frame = entry(layout, arguments);
        var start = starting(id, layout, frame, null);
        var result = joinable().commit(connection, List.of(start)).get(0);
        if (result.status() == Result.Status.CONFLICT) throw conflict(id, layout);
    }

    private JoinableStore joinable() {
        if (core.store instanceof JoinableStore joinable) return joinable;
        throw new InvalidArgument(
                "this engine's store is a " + core.store.getClass().getSimpleName()
                        + ", which has no transactions of others; start and signal without a connection, or use a store in your"
                        + " database, such as PostgresStore");
    }

    private Frame entry(Layout layout, List<@Nullable Object> arguments) {
        core.registry.know(layout);
        var frame = layout.newFrame();
        for (int i = 0; i < arguments.size(); i++) frame.$set(i, arguments.get(i));
        frame.restoreAt(0);
        return frame;
    }

    private Change.Start starting(String id, Layout layout, Frame frame, @Nullable Lease owner) {
        var digest = digest(core.checkpoints.arguments(layout, frame));
        var bytes = core.checkpoints.whole(Snapshot.entry(frame, core.store.now()), Kin.NONE);
        Steps.check("the start of run \"" + id + "\"", bytes.length, core.limits.checkpointBytes(), "references");
        return new Change.Start(id, layout.method(), digest, Sums.seal(id, bytes), owner);
    }

    /** Starts a run and returns when that is durable. */
    void start(String id, Layout layout, List<@Nullable Object> arguments) {
        open();
        var frame = entry(layout, arguments);
        var owner = core.registry.serves(layout) && core.live.size() < core.limits.inFlight()
                ? core.leases.current()
                : null;
        var start = starting(id, layout, frame, owner);
        var result = commit(start, owner);
        if (result.status() == Result.Status.FENCED && owner != null) {
            core.leases.doubt(owner);
            owner = null;
            result = commit(new Change.Start(id, start.method(), start.digest(), start.frame(), null), null);
        }
        if (result.status() == Result.Status.CONFLICT) throw conflict(id, layout);
        if (!result.applied()) return;
        core.listener.started(id, layout.method());
        if (owner != null) core.runs.begin(id, layout.method(), owner, own(id, layout, frame, start.frame()));
    }

    /** The frame that moves: what the caller may still change is not shared with it. */
    private Frame own(String id, Layout layout, Frame frame, dev.perdure.store.Payload payload) {
        for (int slot : layout.point(0).resumeSlots())
            if (!core.checkpoints.values().immutable(layout.slots().get(slot).type()))
                return core.restorer.restore(id, List.of(payload)).stack().get(0);
        return core.registry.bound(frame);
    }

    private Result commit(Change change, @Nullable Lease owner) {
        try {
            return core.committer.submit(change).join();
        } catch (CompletionException failure) {
            if (owner != null) core.runs.adoptLater(change.run(), owner);
            throw Failures.ofStore(failure);
        }
    }

    private void open() {
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
        Steps.check("signal \"" + signal.name() + "\"", bytes.length, core.limits.signalBytes(), "a reference to it");
        return new Change.Deliver(id, signal.name(), Sums.seal(id, bytes), key);
    }

    private static void sent(String id, Signal<?> signal, Result result) {
        if (result.status() == Result.Status.UNKNOWN) throw unknown(id);
        if (result.status() == Result.Status.ENDED)
            throw new RunEnded("run \"" + id + "\" has ended; signal \"" + signal.name() + "\" would never be taken");
    }

    /** Sends a signal to every run that is parked and waits for it; returns how many got it, when that is durable. */
    <S> int publish(Signal<S> signal, S value) {
        open();
        var bytes =
                core.checkpoints.value(signal.type(), Objects.requireNonNull(value, "the value of a signal is null"));
        Steps.check("signal \"" + signal.name() + "\"", bytes.length, core.limits.signalBytes(), "a reference to it");
        var publication = core.options.ids.next();
        int sent = 0;
        try {
            var query = new Query(Set.of(RunImage.Status.PARKED), null, null, PAGE);
            while (true) {
                var page = core.store.find(query).join();
                var results = new ArrayList<CompletableFuture<Result>>();
                for (RunImage image : page.runs())
                    if (Change.Next.Park.wakes(signal.name(), image.signal()))
                        results.add(core.committer.submit(new Change.Deliver(
                                image.id(), signal.name(), Sums.seal(image.id(), bytes), publication)));
                for (var result : results) if (result.join().applied()) sent++;
                if (page.next() == null) return sent;
                query = new Query(Set.of(RunImage.Status.PARKED), null, page.next(), PAGE);
            }
        } catch (CompletionException failure) {
            throw Failures.ofStore(failure);
        }
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
        Steps.check("the outcome", bytes.length, core.limits.valueBytes(), "a reference to it");
        urgent(id, Mail.COMPLETE, bytes);
    }

    private void urgent(String id, String name, byte[] bytes) {
        open();
        var result = commit(new Change.Deliver(id, name, Sums.seal(id, bytes), null), null);
        if (result.status() == Result.Status.UNKNOWN) throw unknown(id);
        if (result.status() == Result.Status.ENDED) throw new RunEnded("run \"" + id + "\" has ended");
        resume(id);
    }

    /** Completes a callback and returns when that is durable. */
    void complete(String token, @Nullable Object value) {
        var type = value == null ? void.class : value.getClass();
        complete(token, core.checkpoints.result(type, Outcome.of(value)));
    }

    /** Fails a callback and returns when that is durable. */
    void fail(String token, String why) {
        var failure = new CallbackFailed(Objects.requireNonNull(why, "why"));
        complete(token, core.checkpoints.result(void.class, Outcome.failed(failure)));
    }

    private void complete(String token, byte[] outcome) {
        open();
        var parsed = Tokens.parse(Objects.requireNonNull(token, "token"));
        Steps.check("the value of a callback", outcome.length, core.limits.signalBytes(), "a reference to it");
        var id = parsed.run();
        List<RunImage> images;
        try {
            images = core.store.load(List.of(id)).join();
        } catch (CompletionException failure) {
            throw Failures.ofStore(failure);
        }
        boolean awaited = !images.isEmpty()
                && !images.get(0).status().terminal()
                && parsed.isAwaited(Saved.read(id, images.get(0).frame()));
        if (!awaited) throw rejected();
        var name = Tokens.letter(parsed.hash());
        var result = commit(new Change.Deliver(id, name, Sums.seal(id, outcome), name), null);
        if (!result.applied()) throw rejected();
    }

    private static CallbackRejected rejected() {
        return new CallbackRejected("the token is unknown, or was used, or what waited for it is over");
    }

    /** Sets a stuck run going again and returns when that is durable. */
    void resume(String id) {
        open();
        var result = commit(new Change.Resume(id), null);
        if (result.status() == Result.Status.UNKNOWN) throw unknown(id);
        if (result.status() == Result.Status.ENDED)
            throw new RunEnded("run \"" + id + "\" has ended; there is nothing to go on with");
    }

    private static UnknownRun unknown(String id) {
        return new UnknownRun("there is no run \"" + id + "\" in this store");
    }

    /** The image of a run. */
    RunImage image(String id) {
        open();
        checked(id);
        try {
            var images = core.store.load(List.of(id)).join();
            if (images.isEmpty()) throw unknown(id);
            return images.get(0);
        } catch (CompletionException failure) {
            throw Failures.ofStore(failure);
        }
    }

    /** Where a run stands. */
    RunStatus status(String id) {
        return Reports.status(image(id), core.registry);
    }

    /** The runs that are searched for. */
    List<RunStatus> find(Search search) {
        open();
        try {
            var found = new ArrayList<RunStatus>();
            var query = search.query(search.after());
            while (true) {
                var page = core.store.find(query).join();
                var ids = page.runs().stream().map(RunImage::id).toList();
                var images = search.deep() ? core.store.load(ids).join() : page.runs();
                images.stream()
                        .sorted(Comparator.comparing(RunImage::id))
                        .map(image -> Reports.status(image, core.registry))
                        .filter(search::fits)
                        .limit(search.max() - found.size())
                        .forEach(found::add);
                if (page.next() == null || found.size() >= search.max()) return found;
                query = search.query(page.next());
            }
        } catch (CompletionException failure) {
            throw Failures.ofStore(failure);
        }
    }
}
