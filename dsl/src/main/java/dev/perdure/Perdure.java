package dev.perdure;

import dev.perdure.spi.AwaitSpec;
import dev.perdure.spi.Group;
import dev.perdure.spi.Scope;
import dev.perdure.spi.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The static words of durable methods, for {@code import static dev.perdure.Perdure.*}. In a {@link Durable} method the
 * processor lowers them; in a plain execution ({@link Plain}) they run on the spot; anywhere else they throw
 * {@link NotDurable}: durability is never lost silently.
 */
public final class Perdure extends Spawns {
    private static final Duration FIRST_POLL = Duration.ofSeconds(1);
    private static final Duration LONGEST_POLL = Duration.ofMinutes(1);

    private Perdure() {}

    /**
     * Awaits a call: it runs in this process, its value or exception is recorded, and it is not run again once recorded.
     *
     * @param <T> its result
     * @param <X> its checked exceptions, inferred
     */
    public static <T extends @Nullable Object, X extends Exception> Await<T, X> await(Call<T, X> call) {
        return new Await<>(AwaitSpec.of(new Source.Run<>(Objects.requireNonNull(call, "call"))));
    }

    /**
     * Awaits a call without a result.
     *
     * @param <X> its checked exceptions, inferred
     */
    public static <X extends Exception> Await<@Nullable Void, X> await(Action<X> action) {
        Objects.requireNonNull(action, "action");
        return new Await<>(AwaitSpec.of(new Source.Run<>(Perdure.<X>call(action))));
    }

    /** Awaits a job elsewhere by polling it; see {@link JobAwait#every}. No thread is held between two polls. */
    public static <T extends @Nullable Object> JobAwait<T> await(Job<T> job) {
        return new JobAwait<>(
                AwaitSpec.of(new Source.Poll<>(Objects.requireNonNull(job, "job"), FIRST_POLL, LONGEST_POLL)));
    }

    /** Awaits a signal: the next one of this name in the run's mailbox. No thread is held. */
    public static <T> Await<T, RuntimeException> await(Signal<T> signal) {
        return new Await<>(AwaitSpec.of(new Source.Mail<>(Objects.requireNonNull(signal, "signal"))));
    }

    /**
     * Awaits the end of another run, mostly a child's: its result, or {@link RunFailed} with what it threw. No thread is held.
     */
    public static <T extends @Nullable Object> Await<T, RuntimeException> await(Run<T> run) {
        return new Await<>(AwaitSpec.of(new Source.Result<>(Objects.requireNonNull(run, "run"))));
    }

    /**
     * Awaits work in a transaction of the store's database. What it writes and its outcome are committed together: exactly once,
     * also across crashes and when another process takes the run over. A cancellation waits for its end. Needs a store with
     * transactions: {@code LocalStore}, {@code PostgresStore}.
     *
     * @param <T> its result
     * @param <X> its checked exceptions, inferred
     */
    public static <T extends @Nullable Object, X extends Exception> Await<T, X> await(Tx<T, X> tx) {
        return new Await<>(AwaitSpec.of(
                new Source.Transaction<>(Objects.requireNonNull(tx, "tx").work())));
    }

    /**
     * Work to be done in a transaction of the store's database, for {@link #await(Tx)}. Work without a result returns null.
     *
     * <pre>{@code
     * int booked = await(tx(connection -> books.insert(connection, order))).withRetry(3).get();
     * }</pre>
     */
    public static <T extends @Nullable Object, X extends Exception> Tx<T, X> tx(Tx.Work<T, X> work) {
        return new Tx<>(work);
    }

    /** Awaits what an outside system gives for a token that it is handed; see {@link Callback}. No thread is held. */
    public static <T> Await<T, RuntimeException> await(Callback<T> callback) {
        return new Await<>(AwaitSpec.of(new Source.Token<>(Objects.requireNonNull(callback, "callback"))));
    }

    /**
     * Awaits something that completes by itself. No thread is held meanwhile; a timeout cancels it. After a crash the expression
     * that made it is evaluated again. Its failures are thrown as they are, checked ones within a {@code CompletionException}.
     */
    public static <T extends @Nullable Object> Await<T, RuntimeException> await(CompletionStage<T> stage) {
        Objects.requireNonNull(stage, "stage");
        return new Await<>(AwaitSpec.of(new Source.Stage<T>(() -> stage)));
    }

    /** Awaits something that completes by itself, asked for anew for each attempt; otherwise as {@link #await(CompletionStage)}. */
    public static <T extends @Nullable Object> Await<T, RuntimeException> stage(
            Call<? extends CompletionStage<T>, ?> supplier) {
        return new Await<>(AwaitSpec.of(new Source.Stage<>(Objects.requireNonNull(supplier, "supplier"))));
    }

    /**
     * Durable code of its own, as something to wait for: a branch of {@link #all}, {@link #any}, {@link #race} or {@link #quorum}
     * that contains awaits. Each of them is a checkpoint; branches go on side by side.
     *
     * <pre>{@code
     * all(items, item -> branch(() -> {
     *     var page = await(() -> web.fetch(item)).withRetry(3).get();
     *     return await(() -> index.add(page)).get();
     * })).withConcurrency(8).get();
     * }</pre>
     */
    public static <T extends @Nullable Object, X extends Exception> Await<T, X> branch(Call<T, X> body) {
        return new Await<>(AwaitSpec.of(new Source.Body<>(Objects.requireNonNull(body, "body"))));
    }

    /** Durable code of its own, without a result. */
    public static <X extends Exception> Await<@Nullable Void, X> branch(Action<X> body) {
        Objects.requireNonNull(body, "body");
        return branch(Perdure.<X>call(body));
    }

    /**
     * Waits for both. The first failure cancels the other and is thrown: as it is where it is unchecked, else as the cause of a
     * {@link BranchFailed}.
     */
    public static <A extends @Nullable Object, B extends @Nullable Object> Await<Pair<A, B>, RuntimeException> all(
            Await<A, ?> first, Await<B, ?> second) {
        return group(Group.Shape.PAIR, List.of(first, second), 2, 0);
    }

    /** Waits for all three, as {@link #all(Await, Await)} does. */
    public static <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object>
            Await<Triple<A, B, C>, RuntimeException> all(Await<A, ?> first, Await<B, ?> second, Await<C, ?> third) {
        return group(Group.Shape.TRIPLE, List.of(first, second, third), 3, 0);
    }

    /**
     * Waits for one branch per item: a durable fan-out. Each branch is its own checkpoint; the results come in the order of the
     * items. The items are read once, when the await is reached. Fails as {@link #all(Await, Await)} does.
     */
    public static <T extends @Nullable Object, R extends @Nullable Object> FanOut<R> all(
            Collection<? extends T> items, Branch<? super T, R> branch) {
        var all = new ArrayList<T>(items);
        Objects.requireNonNull(branch, "branch");
        var group = new Group<List<R>>(
                Group.Shape.LIST,
                all.size(),
                index -> described(branch, all.get(index)),
                all.size(),
                0,
                Group.UNLIMITED);
        return new FanOut<>(AwaitSpec.of(group));
    }

    /** Waits for the first that succeeds; the others are cancelled. Fails with {@link TooFewSucceeded} when all have failed. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T extends @Nullable Object> Await<T, RuntimeException> any(Await<? extends T, ?>... awaits) {
        some("any", awaits.length, 1);
        return group(Group.Shape.ONE, List.of(awaits), 1, awaits.length - 1);
    }

    /** Waits for the first that ends, with its value or its failure, as {@link #all(Await, Await)} throws it; the others are cancelled. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T extends @Nullable Object> Await<T, RuntimeException> race(Await<? extends T, ?>... awaits) {
        some("race", awaits.length, 1);
        return group(Group.Shape.ONE, List.of(awaits), 1, 0);
    }

    /**
     * Waits until this many have succeeded and yields their values, in the order in which the awaits are written; the others are
     * cancelled. Fails with {@link TooFewSucceeded} when that is out of reach.
     *
     * @throws InvalidArgument if it is less than 1 or more than there are awaits
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <T extends @Nullable Object> Await<List<T>, RuntimeException> quorum(
            int successes, Await<? extends T, ?>... awaits) {
        if (successes < 1) throw Checks.bad("quorum", successes, "1 or more");
        some("quorum", awaits.length, successes);
        return group(Group.Shape.LIST, List.of(awaits), successes, awaits.length - successes);
    }

    /** A timer for {@link #race}: yields null after this long. */
    public static <T extends @Nullable Object> Await<T, RuntimeException> after(Duration duration) {
        return new Await<>(AwaitSpec.of(new Source.Delay<>(Objects.requireNonNull(duration, "duration"))));
    }

    private static <T extends @Nullable Object> AwaitSpec<?> described(Branch<T, ?> branch, T item) {
        try {
            return branch.of(item).spec();
        } catch (RuntimeException unchecked) {
            throw unchecked;
        } catch (Exception checked) {
            throw new CompletionException(checked); // describing a branch runs none of what it awaits
        }
    }

    private static void some(String word, int awaits, int least) {
        if (awaits < least) throw Checks.bad("number of awaits of " + word, awaits, least + " or more");
    }

    private static <T extends @Nullable Object> Await<T, RuntimeException> group(
            Group.Shape shape, List<? extends Await<?, ?>> awaits, int needed, int tolerated) {
        return new Await<>(AwaitSpec.of(new Group<>(
                shape, awaits.size(), index -> awaits.get(index).spec(), needed, tolerated, Group.UNLIMITED)));
    }

    @SuppressWarnings("NullAway") // a call without a result yields null
    private static <X extends Exception> Call<@Nullable Void, X> call(Action<X> action) {
        return () -> {
            action.run();
            return null;
        };
    }

    /** Waits durably; no thread is held. A duration of zero or less is over at once. Fires never early, and once. */
    public static void sleep(Duration duration) {
        taken(new Source.Delay<>(Objects.requireNonNull(duration, "duration")), "sleep(…)");
    }

    /** Waits durably until a moment; no thread is held. A moment in the past is over at once. */
    public static void sleepUntil(Instant moment) {
        taken(new Source.Until<>(Objects.requireNonNull(moment, "moment")), "sleepUntil(…)");
    }

    /**
     * The id of the current run; in an awaited call, that of the run that awaits.
     *
     * @throws NotDurable outside of a run and of {@link Plain}
     */
    public static String runId() {
        return scope("runId()").runId();
    }

    /**
     * A key for the current await in this visit: the same in every attempt, also after a crash, and another one for every
     * other await and visit. Hand it to services that recognise repeated requests. Between two awaits it is the key of the
     * next one.
     *
     * @throws NotDurable outside of a run and of {@link Plain}
     */
    public static String idempotencyKey() {
        return scope("idempotencyKey()").idempotencyKey();
    }

    /**
     * Says how far the run is, for {@link Run#status}. Between awaits and within awaited calls; costs nothing: it is kept in memory
     * and written with the next step.
     *
     * @throws NotDurable outside of a run and of {@link Plain}
     */
    public static void progress(long done, long total, String note) {
        scope("progress(…)").progress(done, total, Objects.requireNonNull(note, "note"));
    }

    private static void taken(Source<@Nullable Void> source, String word) {
        scope(word);
        new Await<@Nullable Void, RuntimeException>(AwaitSpec.of(source)).get();
    }

    private static Scope scope(String word) {
        var scope = Scope.current();
        if (scope == null) throw NotDurable.outsideOfRun(word);
        return scope;
    }
}
