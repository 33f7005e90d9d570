package dev.perdure.tests.sim;

import dev.perdure.PerdureException;
import dev.perdure.RunEnded;
import dev.perdure.RunFailed;
import dev.perdure.StartOptions;
import dev.perdure.StoreUnavailable;
import dev.perdure.engine.Engine;
import dev.perdure.store.MemoryStore;
import dev.perdure.store.QueueLimits;
import dev.perdure.store.RunImage.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** One universe, by one seed: runs are started and disturbed, then it heals, and then each run has to come to its end. */
final class Trial {
    private static final long SECOND = 1_000_000;
    private static final long SICK = 90 * SECOND;
    private static final long TICK = SECOND / 2;
    private static final long HEALED = 6 * 3_600 * SECOND;
    private static final long QUEUES = Long.getLong("perdure.sim.queues", Long.MAX_VALUE);
    private static final int EVENTS = 2_000_000;
    private static final Duration LEASE = Duration.ofSeconds(10);

    private final Universe universe;
    private final World world;
    private final Truth truth;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Client> clients = new ArrayList<>();
    private final boolean reload;
    private final Random lots;
    private final @Nullable QueueLimits limits;
    private final Engine desk;
    private Faults faults;

    private final class Node {
        final String name;

        @Nullable
        Life process;

        Node(String name) {
            this.name = name;
        }

        void boot() {
            var fresh = new Life(name, universe);
            universe.trace(name + " boots");
            try {
                open(fresh, true);
                process = fresh;
            } catch (StoreUnavailable planned) {
                fresh.kill();
            }
        }

        void tick() {
            if (process == null || process.dead()) {
                if (faults.none() || universe.chance(0.1)) boot();
            } else if (universe.chance(faults.crash())) process.kill();
        }
    }

    /** Starts a run, sends its signals one after the other, perhaps cancels it; each again until it is acknowledged. */
    private final class Client {
        final String id;
        final Programs.Program program;
        final boolean cancels;
        final StartOptions placed;
        int sent;
        boolean started;
        boolean cancelled;

        Client(String id) {
            this.id = id;
            program = Programs.program(universe.random);
            cancels = universe.random.nextInt(6) == 0;
            placed = placed();
            universe.trace(id + " is to do " + program.ops() + (cancels ? ", and is called off" : ""));
            soon(this::start, 20 * SECOND);
            if (cancels) soon(this::cancel, 60 * SECOND);
        }

        private void soon(Runnable task, long within) {
            universe.after(universe.random.nextLong(within), task);
        }

        private void start() {
            try {
                desk.with(placed).start(id, Interpreter::run, program.ops());
                started = true;
                signal();
            } catch (StoreUnavailable planned) {
                soon(this::start, SECOND);
            }
        }

        private void signal() {
            if (sent == program.signals()) return;
            try {
                desk.signal(id, Interpreter.NUMBERS, sent + 1L, "n" + sent);
                sent++;
                soon(this::signal, 15 * SECOND);
            } catch (StoreUnavailable planned) {
                soon(this::signal, SECOND);
            } catch (RunEnded over) {
                if (!cancelled && !Boolean.TRUE.equals(broken())) universe.violated("G9: " + over.getMessage());
            }
        }

        private void cancel() {
            try {
                if (started) desk.run(id).cancel("called off");
                else soon(this::cancel, SECOND);
                cancelled |= started;
            } catch (StoreUnavailable planned) {
                cancelled = true;
                soon(this::cancel, SECOND);
            } catch (RunEnded over) {
                universe.trace("too late to cancel " + id);
            }
        }

        private boolean broken() {
            return Oracle.of(program.ops()).broken() != null;
        }

        void check() {
            var expected = Oracle.of(program.ops());
            var result = desk.run(id).resultAsync();
            for (var until = universe.micros() + 60 * SECOND; !result.isDone() && universe.turn(until); ) {}
            try {
                var value = result.getNow(null);
                if (expected.broken() != null || !Long.valueOf(expected.value()).equals(value))
                    universe.violated("G3, G6: " + id + " gave " + value + " instead of " + expected);
            } catch (CompletionException failed) {
                var cause = String.valueOf(failed.getCause() instanceof RunFailed known ? known.getCause() : failed);
                if (cancelled && cause.contains("perdure/cancelled")) return;
                if (expected.broken() == null || !cause.equals(new Broken(expected.broken()).toString()))
                    universe.violated("G3, G6: " + id + " threw " + cause + " instead of " + expected);
            }
        }
    }

    /** Chance of its own, so that the universes without queues are what they are. */
    private StartOptions placed() {
        if (limits == null || lots.nextInt(4) == 0) return StartOptions.NONE;
        var options = StartOptions.NONE
                .withQueue(limits.queue())
                .withPriority(lots.nextInt(3))
                .withDelay(Duration.ofMillis(lots.nextInt(3) == 0 ? lots.nextInt(9_000) : 0));
        return lots.nextBoolean() ? options.withKey("k" + lots.nextInt(2)) : options;
    }

    private QueueLimits drawn() {
        var drawn = QueueLimits.of("q").atOnce(1 + lots.nextInt(3)).perKey(1 + lots.nextInt(2));
        if (lots.nextInt(3) == 0) drawn = drawn.perNode(1 + lots.nextInt(2));
        if (lots.nextInt(3) == 0) drawn = drawn.rate(1 + lots.nextInt(3), Duration.ofMillis(1 + lots.nextInt(20_000)));
        if (lots.nextInt(3) == 0) return drawn.holdUntilEnd();
        world.queue = drawn.queue(); // a run that holds its place and waits for one of its queue could wait for ever
        return drawn;
    }

    private Trial(long seed) {
        lots = new Random(seed);
        universe = new Universe(seed);
        world = new World(universe);
        truth = new Truth(new MemoryStore(universe), universe);
        limits = seed % QUEUES == 0 ? drawn() : null;
        reload = universe.random.nextBoolean();
        faults = Faults.draw(universe);
        desk = open(new Life("desk", universe), false);
    }

    /** What came of a universe. */
    static Trial of(long seed) {
        var trial = new Trial(seed);
        try {
            trial.run();
        } catch (RuntimeException | AssertionError broken) {
            trial.universe.violated("it broke: " + broken);
            for (var i = 0; i < Math.min(8, broken.getStackTrace().length); i++)
                trial.universe.trace("at " + broken.getStackTrace()[i]);
        }
        return trial;
    }

    private Engine open(Life process, boolean works) {
        var mix = works ? faults : new Faults(0, 0, 0, 0, 0, 1);
        var calm = new Faults[] {mix};
        var store = new FaultyStore(truth, universe, process, () -> works ? faults : calmed(calm));
        store.atOnce(true);
        var number = new int[1];
        var builder = Engine.open(store)
                .node(process.name)
                .lease(LEASE)
                .scheduler(process)
                .random(new Random(universe.random.nextLong()))
                .ids(() -> process.name + "-" + ++number[0] + "-" + universe.random.nextLong())
                .closeStore(false)
                .reloadAtEveryAwait(reload);
        if (works) builder.register(new Interpreter(world));
        if (works && limits != null) builder.queue(limits);
        var engine = builder.start();
        store.atOnce(!works);
        return engine;
    }

    /** The desk never dies, but its answers get lost as those of the others. */
    private Faults calmed(Faults[] open) {
        if (desk == null) return open[0];
        return new Faults(faults.before(), faults.after(), 0, 0, 0, 1);
    }

    private void run() {
        var count = 1 + universe.random.nextInt(5);
        for (var i = 0; i < count; i++) nodes.add(new Node("n" + i));
        nodes.forEach(Node::boot);
        var runs = 1 + universe.random.nextInt(5);
        for (var i = 0; i < runs; i++) clients.add(new Client("r" + i));
        tick();
        if (!let(SICK)) return;
        faults = Faults.NONE;
        universe.trace("healed");
        for (var end = universe.micros() + HEALED; universe.micros() < end && !over(); ) {
            if (!let(universe.micros() + 30 * SECOND)) return;
            resume();
        }
        for (var run : truth.runs())
            if (!run.status.terminal())
                universe.violated("G13: " + run.id + " is " + run.status + " for ever, " + run.problem + ", waits for "
                        + run.waits + ", mail " + run.mailbox);
        if (universe.violations().isEmpty()) clients.forEach(Client::check);
    }

    private void tick() {
        nodes.forEach(Node::tick);
        if (universe.micros() < SICK + HEALED) universe.after(TICK, this::tick);
    }

    private boolean let(long until) {
        while (universe.turn(until)) {
            if (!universe.violations().isEmpty()) return false;
            if (universe.count() > EVENTS) {
                universe.violated("G13: no end after " + EVENTS + " events");
                return false;
            }
        }
        return true;
    }

    private boolean over() {
        return clients.stream().allMatch(client -> client.started)
                && truth.runs().stream().allMatch(run -> run.status.terminal());
    }

    /** An operator sets going what died too often. */
    private void resume() {
        for (var run : List.copyOf(truth.runs())) {
            if (run.status != Status.STUCK) continue;
            var problem = String.valueOf(run.problem);
            if (!problem.contains("times in a row")) universe.violated("stuck: " + run.id + ": " + problem);
            try {
                desk.run(run.id).resume();
            } catch (PerdureException failed) {
                universe.violated("it could not be resumed: " + failed);
            }
        }
    }

    List<String> violations() {
        return universe.violations();
    }

    long hash() {
        return universe.hash();
    }

    long events() {
        return universe.count();
    }

    int runs() {
        return truth.runs().size();
    }

    /** What happened last. */
    String story() {
        return universe.story();
    }
}
