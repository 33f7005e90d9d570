package dev.perdure.engine;

import dev.failsafe.Bulkhead;
import dev.failsafe.CircuitBreaker;
import dev.perdure.CallbackRejected;
import dev.perdure.RunEnded;
import dev.perdure.RunStatus.State;
import dev.perdure.UnknownRun;
import dev.perdure.store.Change;
import dev.perdure.store.ForwardingStore;
import dev.perdure.store.Query;
import dev.perdure.store.Result;
import dev.perdure.store.RunImage;
import dev.perdure.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Plays scenarios on a store, each in a time of its own, with processes that die when they are told to. */
final class Stage implements Family.World, Scenario.Outside {
    private static final int LIVES = 10;

    final List<String> log = new ArrayList<>();
    private final Map<String, Integer> asked = new HashMap<>();
    private final Store store;
    private final List<Runnable> workers = new ArrayList<>();
    private final List<Consumer<String>> readers = new ArrayList<>();
    private Simulation sim = new Simulation();
    private Engine outside;
    private boolean look;
    private int cancelAt = Integer.MAX_VALUE;
    private int changes;
    private boolean cancelled;

    /** A stage whose store is opened on its clock. */
    Stage(Function<Clock, Store> opening) {
        store = opening.apply(new Time());
        store.onWork(() -> List.copyOf(workers).forEach(Runnable::run));
        store.onMail(run -> List.copyOf(readers).forEach(reader -> reader.accept(run)));
        outside = outsider();
    }

    /** How a play ended. */
    record Ending(@Nullable Object result, Map<String, State> runs) {}

    private final class Time extends Clock {
        @Override
        public Instant instant() {
            return sim.instant();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    /** The store, as the processes of one play see it: nobody of an earlier play listens to it any more. */
    private class Shared extends ForwardingStore {
        Shared() {
            super(store);
        }

        @Override
        public void onWork(Runnable listener) {
            workers.add(listener);
        }

        @Override
        public void onMail(Consumer<String> listener) {
            readers.add(listener);
        }

        @Override
        public void close() {}
    }

    /** The store of a process that does not know that its run is cancelled just before a change of it. */
    private final class Cancelling extends Shared {
        @Override
        public CompletableFuture<List<Result>> commit(List<? extends Change> batch) {
            if (++changes == cancelAt) cancel();
            return super.commit(batch);
        }
    }

    private void cancel() {
        try {
            outside.run("r").cancel("enough");
            cancelled = true;
        } catch (UnknownRun | RunEnded none) {
            cancelled = false;
        }
    }

    /** From now on the run is cancelled just before so many changes have been made in a play. */
    void cancelAt(int change) {
        cancelAt = change;
    }

    /** Whether there was such a change in the last play. */
    boolean cameToCancel() {
        return changes >= cancelAt;
    }

    /** Whether the cancellation was accepted. */
    boolean isCancelled() {
        return cancelled;
    }

    private Engine outsider() {
        return Engine.open(new Shared()).node("outside").scheduler(sim.life()).start();
    }

    @Override
    public String call(String what) throws Shop.Broken {
        boolean isToken = what.indexOf('.') > 0;
        log.add(isToken ? "token" : what);
        if (isToken) sim.schedule(Duration.ofMinutes(1), () -> complete(what));
        if (what.equals("ask bad")) throw new Shop.Broken("no price", 7);
        int times = asked.merge(what, 1, Integer::sum);
        if (what.startsWith("complete?")) return times < 3 ? "no" : "yes";
        int failures = what.equals("insist") ? 2 : what.equals("guarded") ? 1 : 0;
        if (times <= failures) throw new Shop.Broken("not yet", times);
        return what;
    }

    private void complete(String token) {
        try {
            outside.complete(token, "paid");
        } catch (CallbackRejected late) {
            log.add("rejected");
        }
    }

    @Override
    public CompletionStage<String> stage() {
        var stage = new CompletableFuture<String>();
        sim.schedule(Duration.ofMinutes(1), () -> stage.complete("stage"));
        return stage;
    }

    @Override
    public void at(Duration after, Consumer<dev.perdure.Run<?>> act) {
        sim.schedule(after, () -> act.accept(outside.run("r")));
    }

    /** Plays; the processes die one after the other, each before or after its so-many-th change of the store. */
    Play play(Scenario scenario, boolean reload, boolean after, int... deaths) {
        sim = new Simulation();
        workers.clear();
        readers.clear();
        log.clear();
        asked.clear();
        changes = 0;
        cancelled = false;
        outside = outsider();
        scenario.outside().accept(this);
        for (int life = 0; life < LIVES; life++) {
            var process = sim.life();
            int at = life < deaths.length ? deaths[life] : Integer.MAX_VALUE;
            var ending =
                    live(scenario, process, new CrashingStore(new Cancelling(), at, after, process::crash), reload);
            if (ending == null) continue;
            store.prune(Core.FAR, 1_000).join();
            return new Play(ending, life);
        }
        throw new AssertionError("the run does not end in " + LIVES + " lives");
    }

    /** What came of it, and how many processes died. */
    record Play(Ending ending, int deaths) {}

    private @Nullable Ending live(Scenario scenario, Simulation.Life process, CrashingStore mortal, boolean reload) {
        Shop.elsewhere = this;
        try {
            var engine = Engine.open(mortal)
                    .register(new Shop(this), new Party(this), new Family(this))
                    .circuitBreaker(
                            "bank",
                            CircuitBreaker.builder().withFailureThreshold(10).build())
                    .bulkhead("bank", Bulkhead.of(2))
                    .scheduler(process)
                    .random(Simulation.noChance())
                    .reloadAtEveryAwait(reload)
                    .listener(new Attentive())
                    .start();
            var run = scenario.start().apply(engine);
            look = true;
            sim.until(() -> mortal.crashed() || ended());
            if (mortal.crashed()) return null;
            var result =
                    run.resultAsync().handle((value, failure) -> failure == null ? value : "failed: " + cause(failure));
            sim.until(() -> mortal.crashed() || result.isDone());
            return result.isDone() ? new Ending(result.join(), runs()) : null;
        } catch (CrashingStore.Crash crash) {
            return null;
        }
    }

    private final class Attentive implements RunListener {
        @Override
        public void ended(String run, String method, @Nullable Throwable failure) {
            look = true;
        }
    }

    private static String cause(Throwable failure) {
        var outer = Failures.unwrap(failure);
        return outer + ", caused by " + outer.getCause();
    }

    private List<RunImage> images() {
        return store.find(Query.all(1_000)).join().runs();
    }

    /** Looked for when a run has ended, and once in each life: asking costs. */
    private boolean ended() {
        if (!look) return false;
        look = false;
        return images().stream().allMatch(image -> image.status().terminal());
    }

    private Map<String, State> runs() {
        var runs = new TreeMap<String, State>();
        for (var image : images())
            runs.put(image.id(), State.valueOf(image.status().name()));
        return runs;
    }

    void close() {
        store.close();
    }
}
