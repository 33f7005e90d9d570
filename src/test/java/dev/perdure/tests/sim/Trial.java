package dev.perdure.tests.sim;

import dev.perdure.PerdureException;
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
import org.jspecify.annotations.Nullable;

/** One universe, by one seed: runs are started and disturbed, then it heals, and then each run has to come to its end. */
final class Trial {
    private static final long SECOND = 1_000_000;
    private static final long SICK = 90 * SECOND;
    private static final long TICK = SECOND / 2;
    private static final long HEALED = 6 * 3_600 * SECOND;
    private static final int QUEUES = 5;
    private static final int LONGEST_FULL = 8;
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
    private long fullUntil;
    private long ages = SICK + HEALED;
    private long published;

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
        reload = universe.random.nextBoolean();
        faults = Faults.draw(universe);
        world = new World(universe, faults.none());
        truth = new Truth(new MemoryStore(universe), universe);
        world.losses = truth::losses;
        limits = lots.nextInt(QUEUES) == 0 ? drawn() : null;
        desk = open(new Life("desk", universe), false);
        world.desk = desk;
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
        // The desk opens undisturbed; from then on its answers get lost as those of the others, but it never dies.
        var store = new FaultyStore(truth, universe, process, () -> works ? faults : mix(), this::isFull);
        store.atOnce(true);
        var builder = Engine.open(store)
                .node(process.name)
                .lease(LEASE)
                .scheduler(process)
                .random(new Random(universe.random.nextLong()))
                .ids(new Chance(process.name, universe.random))
                .closeStore(false)
                .reloadAtEveryAwait(reload);
        if (works) builder.register(new Interpreter(world), new Shop(world, 1));
        if (works && limits != null) builder.queue(limits);
        var engine = builder.start();
        store.atOnce(!works);
        return engine;
    }

    private Faults mix() {
        return desk == null ? Faults.NONE : faults.calmed();
    }

    private boolean isFull() {
        return universe.micros() < fullUntil;
    }

    private void run() {
        var count = 1 + universe.random.nextInt(5);
        for (var i = 0; i < count; i++) nodes.add(new Node("n" + i));
        nodes.forEach(Node::boot);
        var runs = 1 + universe.random.nextInt(5);
        for (var i = 0; i < runs; i++) clients.add(client("r" + i));
        if (clients.stream().anyMatch(client -> client instanceof ProgramClient program && program.hearsNews()))
            publish();
        tick();
        if (!let(SICK)) return;
        faults = Faults.NONE;
        fullUntil = 0;
        universe.trace("healed");
        ages = universe.micros() + universe.behind() + HEALED;
        while (universe.micros() < ages && !over()) {
            if (!let(universe.micros() + 30 * SECOND)) return;
            resume();
        }
        for (var run : truth.runs())
            if (!run.status.terminal())
                universe.violated("G13: " + run.id + " is " + run.status + " for ever, " + run.problem + ", waits for "
                        + run.waits + ", mail " + run.mailbox);
        if (universe.violations().isEmpty()) clients.forEach(Client::check);
    }

    private Client client(String id) {
        return universe.random.nextInt(8) == 0
                ? new ShopClient(id, universe, world, desk, placed())
                : new ProgramClient(id, universe, world, desk, placed());
    }

    /** Tells all who wait for it, now and then; those who are parked must not be passed by. */
    private void publish() {
        if (over()) return;
        var parked = truth.waitingFor(Interpreter.NEWS.name());
        try {
            universe.trace("publishes " + ++published);
            desk.publish(Interpreter.NEWS, published);
            for (var run : parked)
                if (!run.mailbox.containsValue(Interpreter.NEWS.name()))
                    universe.violated("G9: " + run.id + " was passed by when " + published + " was published");
        } catch (StoreUnavailable planned) {
            universe.trace("some have not heard of " + published);
        }
        universe.after(universe.random.nextLong(10 * SECOND), this::publish);
    }

    private void tick() {
        nodes.forEach(Node::tick);
        if (universe.chance(faults.full())) {
            fullUntil = universe.micros() + universe.random.nextLong(LONGEST_FULL * SECOND);
            universe.trace("the store is full");
        }
        if (universe.micros() < ages) universe.after(TICK, this::tick);
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
        return clients.stream().allMatch(Client::isStarted)
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
