package dev.perdure.weave;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A scene in one order, which its seed decides about. Only one thread of it goes on at a time. */
public final class Play {
    private static final int MOST_STEPS = 200_000;
    private static final int PATIENCE_SECONDS = 120;

    private final Random chance;
    private final Choice choice;
    private final Time time = new Time();
    private final List<Actor> actors = new ArrayList<>();
    private final IdentityHashMap<Object, Hold> held = new IdentityHashMap<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable Throwable failure;
    private @Nullable Actor clockwork;
    private boolean over;
    private Supplier<String> state = () -> "";
    private Duration horizon = Duration.ZERO;
    private int hurries;
    private int steps;

    private Play(long seed) {
        chance = new Random(seed * 0x9E3779B97F4A7C15L);
        choice = new Choice(chance);
    }

    /** Who holds a monitor, and how often. */
    private record Hold(Actor actor, int times) {}

    /** The play is over: whoever waits need not. */
    static final class Over extends Error {
        private static final long serialVersionUID = 1L;

        Over() {
            super("the play is over", null, false, false);
        }
    }

    /** Plays a scene in the order of this seed. */
    static void of(long seed, Scene scene) throws Throwable {
        var play = new Play(seed);
        var first = play.cast("scene", () -> {
            scene.play(play);
            play.over = true;
        });
        first.cue();
        if (!play.ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS))
            throw play.stuck("a thread waits for what nobody knows of");
        if (play.failure != null) throw play.failure;
    }

    /** Chance, for what a scene does. */
    public Random chance() {
        return chance;
    }

    /** What is told of a play that comes to no end. */
    public void describe(Supplier<String> what) {
        state = what;
    }

    /** The time of the play. It passes when nobody else can go on, and where it may {@link #hurry}. */
    public Clock clock() {
        return time;
    }

    /** Lets time pass so often while there is something to do, if what is due next is due before so long. */
    public void hurry(int times, Duration before) {
        hurries = times;
        horizon = before;
    }

    /** Does something when it is time. The play is kept going by nothing else than what is due: see {@link #stopTheClock}. */
    public Runnable after(Duration delay, Runnable task) {
        if (clockwork == null) clockwork = cast("time", this::tick);
        return time.set(delay, task);
    }

    /** Time passes no more: everything must come about by itself, and nothing is mended by an alarm. */
    public void stopTheClock() {
        time.stop();
    }

    /** Adds a thread, which does this until the play is over. */
    public void thread(String name, Body body) {
        cast(name, body);
    }

    private Actor cast(String name, Body body) {
        var actor = new Actor(this, name, body);
        choice.enter(actor);
        actors.add(actor);
        actor.start();
        return actor;
    }

    /** Does all of this at once, each on a thread of its own, and waits for it. */
    public void together(Body... bodies) {
        var left = new int[] {bodies.length};
        for (int i = 0; i < bodies.length; i++) {
            var body = bodies[i];
            thread("together-" + i, () -> {
                body.act();
                left[0]--;
            });
        }
        await(() -> left[0] == 0);
    }

    /** Waits until this holds, which nothing but other threads of the play can bring about. */
    public void await(BooleanSupplier condition) {
        var self = Actor.self();
        if (self == null || self.quiet > 0) return;
        self.until = condition;
        pass(self, able());
        self.until = null;
        if (over && !quietly(self, condition)) throw new Over();
    }

    private void tick() {
        while (true) {
            await(() -> false); // see able()
            time.ring();
        }
    }

    /** Another may go on here. */
    void point(Actor self, int place) {
        if (self.quiet > 0) return;
        if (++steps > MOST_STEPS) fail(stuck("no end is in sight"));
        if (choice.stops(self, steps, place)) pass(self, able());
    }

    void lock(Actor self, Object monitor) {
        point(self, 0);
        if (self.quiet > 0) return;
        var hold = held.get(monitor);
        if (hold != null && hold.actor != self) await(() -> !held.containsKey(monitor));
        held.merge(monitor, new Hold(self, 1), (before, once) -> new Hold(self, before.times + 1));
    }

    void unlock(Actor self, Object monitor) {
        if (self.quiet > 0) return;
        held.computeIfPresent(monitor, (any, hold) -> hold.times == 1 ? null : new Hold(self, hold.times - 1));
    }

    /** Those who can go on; if nobody can, it is time that passes. */
    private List<Actor> able() {
        var able = new ArrayList<Actor>(actors.size());
        for (Actor actor : actors) {
            var until = actor.until;
            if (until == null || over || (actor != clockwork && quietly(actor, until))) able.add(actor);
        }
        if (clockwork == null || clockwork.until == null || over || !time.canPass()) return able;
        if (able.isEmpty()) {
            able.add(clockwork);
        } else if (hurries > 0 && time.isDueBefore(horizon) && choice.hurries()) {
            hurries--;
            able.clear();
            able.add(clockwork);
        }
        return able;
    }

    private static boolean quietly(Actor of, BooleanSupplier condition) {
        var self = Actor.self();
        var silent = self == null ? of : self;
        silent.quiet++;
        try {
            return condition.getAsBoolean();
        } finally {
            silent.quiet--;
        }
    }

    private void pass(Actor self, List<Actor> able) {
        if (able.isEmpty()) fail(stuck("nobody can go on"));
        var next = choice.among(able, steps);
        if (next == self) return;
        next.cue();
        self.awaitCue();
    }

    /** A thread has come to its end. */
    void exit(Actor self) {
        actors.remove(self);
        var able = able();
        if (!able.isEmpty()) choice.among(able, steps).cue();
        else if (actors.isEmpty()) ended.countDown();
        else fail(stuck("nobody can go on"));
    }

    /** Something is wrong: the play ends here, and nobody of it goes on. */
    void fail(Throwable wrong) {
        failure = wrong;
        ended.countDown();
        while (true) Actor.class.cast(Thread.currentThread()).awaitCue();
    }

    private AssertionError stuck(String why) {
        var text = new StringBuilder(why + " after " + steps + " steps, at " + time.instant());
        for (Actor actor : actors) {
            text.append("\n  ").append(actor.getName()).append(actor.until == null ? " is under way" : " waits");
            for (var frame : actor.getStackTrace())
                if (frame.getClassName().startsWith("dev.perdure"))
                    text.append("\n      ").append(frame);
        }
        quietly(actors.get(0), () -> !text.append("\n").append(state.get()).isEmpty());
        return new AssertionError(text);
    }
}
