package dev.perdure.engine;

import dev.perdure.Run;
import dev.perdure.RunStatus;
import dev.perdure.Signal;
import dev.perdure.StartOptions;
import dev.perdure.Tx;
import dev.perdure.engine.seam.Scheduler;
import dev.perdure.machine.Layout;
import dev.perdure.store.QueueLimits;
import dev.perdure.store.Store;
import java.sql.Connection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Runs durable methods on a store. Safe for use by many threads.
 *
 * <pre>{@code
 * try (var engine = Engine.open(store).register(new OrderFlow(payments, stock)).start()) {
 *     Run<Receipt> run = engine.start("order-42", OrderFlow::place, order);
 *     Receipt receipt = run.result();
 * }
 * }</pre>
 *
 * <p>An engine holds no thread per run. What moves is in memory, what waits is a row in the store. On opening, everything that
 * can move goes on from its last checkpoint.
 */
@SuppressWarnings("overloads") // see Starts
public final class Engine extends Starts implements AutoCloseable {
    private final Core core;
    private final Desk desk;
    private final Closing closing;

    Engine(EngineBuilder options, Scheduler scheduler, @Nullable Scheduler own) {
        core = new Core(options.store, options, scheduler);
        desk = core.desk;
        closing = new Closing(core, own);
        options.limits().forEach(desk::limit);
        core.leases.start();
        options.store.onWork(core.claimer::wake);
        options.store.onMail(core.mail::came);
        core.claimer.wake();
    }

    /** An engine on this store, to be set up and started. */
    public static EngineBuilder open(Store store) {
        return new EngineBuilder(store);
    }

    @Override
    public <R extends @Nullable Object> Run<R> begin(
            @Nullable String id, boolean named, Layout layout, List<@Nullable Object> arguments, StartOptions options) {
        var chosen = named ? desk.checked(id) : core.options.ids.next();
        return new RunHandle<>(core, desk, desk.start(chosen, layout, arguments, options));
    }

    /**
     * Sets the limits of a queue for all nodes, from now on; durable when this returns. Runs that move already are let be, so
     * more than a lowered limit may move until some of them wait or end.
     */
    public void limit(QueueLimits limits) {
        desk.limit(limits);
    }

    /** The limits of all queues that have any, by name, as the store has them. */
    public List<QueueLimits> limits() {
        return desk.limits();
    }

    /**
     * Starts and signals in a transaction of the caller's own, if the store is in the same database: {@code
     * engine.within(connection).start("order-42", OrderFlow::place, order)}. They take place when the caller commits, together
     * with the caller's rows, or not at all.
     *
     * @param connection with a transaction under way, that is not in auto-commit mode; it is neither committed nor closed
     */
    public Joined within(Connection connection) {
        return new Joined(core, Objects.requireNonNull(connection, "connection"));
    }

    /**
     * Carries out work of your own in a transaction of the store's database, on this thread, and commits it: your rows, and what
     * {@link #within} starts and sends on its connection, take place together or not at all. On the embedded store nothing else is
     * written meanwhile, so be short.
     *
     * @throws X what the work throws; then nothing took place
     * @throws dev.perdure.StoreUnavailable if there was no connection, or if it is not known whether the commit took place
     * @throws dev.perdure.InvalidArgument if the store has no transactions
     */
    public <T extends @Nullable Object, X extends Exception> T transaction(Tx.Work<T, X> work) throws X {
        return desk.transaction(Objects.requireNonNull(work, "work"));
    }

    /**
     * A handle of a run that was started before, here or elsewhere.
     *
     * @throws dev.perdure.UnknownRun if there is none of this id
     */
    public Run<@Nullable Object> run(String id) {
        core.inquiries.image(id);
        return new RunHandle<>(core, desk, id);
    }

    /**
     * A handle of a run whose result is of this class.
     *
     * @throws dev.perdure.UnknownRun if there is none of this id
     */
    public <T> Run<T> run(String id, Class<T> result) {
        core.inquiries.image(id);
        return new RunHandle<>(core, desk, id);
    }

    /**
     * Sends a signal to a run; durable when this returns. One that comes early waits for its await.
     *
     * @throws dev.perdure.UnknownRun if there is no run of this id
     * @throws dev.perdure.RunEnded if it has ended
     */
    public <S> void signal(String id, Signal<S> signal, S value) {
        desk.signal(id, signal, value, null);
    }

    /**
     * Sends a signal to a run once, however often it is sent with the same key; durable when this returns.
     *
     * @param key tells a repeated sending from another signal, among all signals to the run
     * @throws dev.perdure.UnknownRun if there is no run of this id
     * @throws dev.perdure.RunEnded if it has ended, and no signal with this key was sent before
     */
    public <S> void signal(String id, Signal<S> signal, S value, String key) {
        desk.signal(id, signal, value, Desk.key(key));
    }

    /**
     * Sends a signal to every run that waits for one of this name while this is called, parked or moving; once to each, durable for
     * all of them when this returns. Runs that begin to wait later do not get it: a wait has begun when it is durable. One that
     * stops waiting just then keeps the signal for its next await of this name.
     *
     * @return how many runs got it
     */
    public <S> int publish(Signal<S> topic, S value) {
        return core.topics.publish(topic, value);
    }

    /** The runs in the store that fit a search, in the order of their ids; of runs that have ended, without what was alive. */
    public List<RunStatus> find(Search search) {
        return core.inquiries.find(search);
    }

    /**
     * Completes a callback with a value; durable when this returns. From any process on the store.
     *
     * @param token what the outside system was handed
     * @param value of the callback's class; null for one without a value
     * @throws dev.perdure.CallbackRejected if the token is unknown or used, or what waited for it is over
     */
    public void complete(String token, @Nullable Object value) {
        core.completions.complete(token, value);
    }

    /**
     * Fails a callback: its await throws {@link dev.perdure.CallbackFailed}. Durable when this returns. From any process on the
     * store.
     *
     * @throws dev.perdure.CallbackRejected if the token is unknown or used, or what waited for it is over
     */
    public void fail(String token, String why) {
        core.completions.fail(token, why);
    }

    /**
     * Stops: takes no further work, lets what moves reach its next checkpoint, interrupts calls that take longer than the
     * grace, gives all runs back to the store and closes it. Nothing is lost: the runs go on when an engine is started on the
     * store. Closing twice does nothing.
     */
    @Override
    public void close() {
        closing.close();
    }
}
