package dev.perdure.testkit;

import dev.perdure.CallbackRejected;
import dev.perdure.InvalidArgument;
import dev.perdure.Run;
import dev.perdure.RunStatus;
import dev.perdure.Signal;
import dev.perdure.StartOptions;
import dev.perdure.engine.Engine;
import dev.perdure.engine.EngineBuilder;
import dev.perdure.engine.Search;
import dev.perdure.engine.Starts;
import dev.perdure.machine.Layout;
import dev.perdure.store.MemoryStore;
import dev.perdure.store.QueueLimits;
import dev.perdure.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An engine for tests: the real one, on the thread of the test and in virtual time. Nothing happens by itself. {@link #settle}
 * lets everything happen that can happen now, {@link #advance} lets time pass: three days take milliseconds, and no test
 * sleeps. A question about a run ({@code result()}, an assertion) settles first.
 *
 * <pre>{@code
 * @DurableTest
 * void a_receipt_is_sent_after_the_parcel(TestEngine engine) {
 *     engine.register(new OrderFlow(fakePayments, fakeCarrier));
 *     var run = engine.start("o-1", OrderFlow::place, order);
 *     assertThat(run).isWaitingAt("sleepUntil");
 *     engine.advance(Duration.ofDays(3));
 *     assertThat(run).returned(receipt);
 * }
 * }</pre>
 *
 * <p>The process of the test can die ({@link #crash}, {@link CrashEverywhere}): whatever was in memory is gone, a new engine is
 * opened on the store with the same registered instances, and it goes on. The instances stand for the world outside: what they
 * have seen, they have seen.
 *
 * <p>Ids of runs started without one are {@code run-1}, {@code run-2} and so on; the jitter of waits follows from a seed. Not
 * for use by several threads at once; awaited calls may use as many as they like, as long as they wait for them.
 */
@SuppressWarnings("overloads") // see Starts
public final class TestEngine extends Starts implements AutoCloseable {
    private static final int TURNS = 1_000_000;

    private final VirtualTime time = new VirtualTime();
    private final Troubles troubles = new Troubles();
    private final Store store;
    private final long seed;
    private final List<Object> hosts = new ArrayList<>();
    private UnaryOperator<EngineBuilder> options = options -> options;
    private @Nullable CrashPlace place;
    private @Nullable Node process;
    private int ids;
    private int keys;

    /** What lives and dies together. */
    private record Node(VirtualTime.Life life, MortalStore store, Engine engine) {}

    private TestEngine(Function<Clock, Store> store, long seed) {
        this.store = store.apply(time);
        this.seed = seed;
    }

    /** An engine on a store in memory. */
    public static TestEngine inMemory() {
        return on(MemoryStore::new, 1);
    }

    /**
     * An engine on a store of your choice, such as {@code clock -> LocalStore.at(folder, clock)}; the store must go by the clock.
     * It is opened once, and outlives the crashes of the test's process.
     *
     * @param seed what chance follows from
     */
    public static TestEngine on(Function<Clock, Store> store, long seed) {
        return new TestEngine(store, seed);
    }

    /** What the process can run, as {@link EngineBuilder#register}; to be called before the first start. */
    public TestEngine register(Object... instances) {
        requireNew();
        hosts.addAll(List.of(instances));
        return this;
    }

    /** Sets the engine up further: limits, listener, codec. To be called before the first start. */
    public TestEngine with(UnaryOperator<EngineBuilder> setUp) {
        requireNew();
        var before = options;
        options = builder -> setUp.apply(before.apply(builder));
        return this;
    }

    /**
     * The next attempts of awaits of this label fail, without the call being made. Several plans for one label follow each other;
     * attempts of all runs count, and crashes do not change the count. The policies of the await see the failure as if the call
     * had thrown it.
     *
     * @param label the label of the await; of a fan-out, which all its branches share, or that of one of them: {@code "label[3]"}
     * @param times how many attempts fail, at least one
     * @param failure what they fail with
     */
    public TestEngine failing(String label, int times, Supplier<? extends Exception> failure) {
        troubles.plan(label, times, call -> {
            throw failure.get();
        });
        return this;
    }

    /**
     * The next attempts of awaits of this label make their call and fail all the same, as when an answer is lost on its way: the
     * effect has happened, and nobody knows. See {@link #failing} for the rest.
     */
    public TestEngine losing(String label, int times, Supplier<? extends Exception> failure) {
        troubles.plan(label, times, call -> {
            call.call();
            throw failure.get();
        });
        return this;
    }

    /**
     * The next attempts of awaits of this label take so long before their call is made: time passes, and everything that happens
     * in it. An attempt whose time is over meanwhile is interrupted, and its call is not made. See {@link #failing} for the rest.
     */
    public TestEngine delaying(String label, int times, Duration delay) {
        if (delay.isNegative()) throw new InvalidArgument("a call cannot be delayed by " + delay);
        troubles.plan(label, times, call -> {
            time.pass(delay);
            return call.call();
        });
        return this;
    }

    private void requireNew() {
        if (process != null)
            throw new InvalidArgument(
                    "the engine of the test runs already; register and set up before the first start");
    }

    /** The process will die there, once. */
    void dieAt(@Nullable CrashPlace at) {
        place = at;
    }

    /** Whether the process has died where it was to die. */
    boolean diedAsPlanned() {
        return place == null;
    }

    /** The clock, which stands still while nobody advances it. */
    public Clock clock() {
        return time;
    }

    /** Lets everything happen that can happen without time passing. */
    public void settle() {
        work(time.instant());
    }

    /** Lets time pass, and everything happen that happens in it. */
    public void advance(Duration duration) {
        if (duration.isNegative())
            throw new InvalidArgument("time cannot go back by " + duration.negated() + "; advance by zero or more");
        var end = time.instant().plus(duration);
        work(end);
        time.reach(end);
        work(end);
    }

    private void work(Instant until) {
        process();
        for (int turn = 0; turn < TURNS; turn++) {
            boolean more = time.turn(until);
            if (died()) continue;
            if (!more) return;
        }
        throw new AssertionError(
                "the runs do not come to rest: after " + TURNS + " turns there is still something to do at "
                        + time.instant() + "; does one of them loop without ever waiting?");
    }

    /** Opens the next engine, if the process has died. */
    private boolean died() {
        if (process != null && !process.life.dead()) return false;
        process();
        return true;
    }

    /** The process dies now: what is in memory is gone. The next one begins with the next call. */
    public void crash() {
        if (process != null) process.life.end();
    }

    private Node process() {
        if (process != null && process.life.dead()) {
            place = null;
            process = null;
        }
        if (process == null) {
            var life = time.life();
            var mortal = new MortalStore(store, life, place);
            var engine = options.apply(Engine.open(mortal)
                            .register(hosts.toArray())
                            .scheduler(life)
                            .ids(this::id)
                            .around(troubles)
                            .random(new Random(seed)))
                    .start();
            process = new Node(life, mortal, engine);
        }
        return process;
    }

    /** A key that nobody has had before. */
    String key() {
        return "test-" + ++keys;
    }

    private String id() {
        return "run-" + ++ids;
    }

    /** Asks the engine, once more if its process dies under the question. */
    <T extends @Nullable Object> T ask(Function<Engine, T> question) {
        while (true) {
            var asked = process();
            asked.store.waitedFor(true);
            try {
                return question.apply(asked.engine);
            } catch (Crash dead) {
                settle();
            } finally {
                asked.store.waitedFor(false);
            }
        }
    }

    @Override
    public <R extends @Nullable Object> Run<R> begin(
            @Nullable String id, boolean named, Layout layout, List<@Nullable Object> arguments, StartOptions options) {
        var chosen = named ? id : id();
        Run<R> run = ask(engine -> engine.begin(chosen, true, layout, arguments, options));
        return new TestRun<>(this, run.id());
    }

    /**
     * A handle of a run that was started before.
     *
     * @throws dev.perdure.UnknownRun if there is none of this id
     */
    public Run<@Nullable Object> run(String id) {
        ask(engine -> engine.run(id));
        return new TestRun<>(this, id);
    }

    /** Sends a signal, as {@link Engine#signal}. */
    public <S> void signal(String id, Signal<S> signal, S value) {
        run(id).signal(signal, value);
    }

    /** The runs that fit a search, as {@link Engine#find}. */
    public List<RunStatus> find(Search search) {
        return ask(engine -> engine.find(search));
    }

    /** Sets the limits of a queue, as {@link Engine#limit}. */
    public void limit(QueueLimits limits) {
        this.<@Nullable Void>ask(engine -> {
            engine.limit(limits);
            return null;
        });
    }

    /** Sends a signal under a key, as {@link Engine#signal(String, Signal, Object, String)}: the same key twice is one signal. */
    public <S> void signal(String id, Signal<S> signal, S value, String key) {
        this.<@Nullable Void>ask(engine -> {
            engine.signal(id, signal, value, key);
            return null;
        });
    }

    /** Sends a signal to every run that waits for it, as {@link Engine#publish}; returns how many got it. */
    public <S> int publish(Signal<S> topic, S value) {
        return ask(engine -> engine.publish(topic, value));
    }

    /** Completes a callback, as {@link Engine#complete}. */
    public void complete(String token, @Nullable Object value) {
        give(engine -> engine.complete(token, value));
    }

    /** Lets a callback fail, as {@link Engine#fail}. */
    public void fail(String token, String why) {
        give(engine -> engine.fail(token, why));
    }

    /** Uses a token. If the process dies after that, the second try finds it used: by the first. */
    private void give(Consumer<Engine> use) {
        var tries = new int[1];
        this.<@Nullable Void>ask(engine -> {
            try {
                tries[0]++;
                use.accept(engine);
            } catch (CallbackRejected used) {
                if (tries[0] == 1) throw used;
            }
            return null;
        });
    }

    /**
     * Ends the test's process and closes the store.
     *
     * @throws AssertionError if trouble was planned for a label that no call had: a test that proves nothing
     */
    @Override
    public void close() {
        crash();
        store.close();
        troubles.check();
    }
}
