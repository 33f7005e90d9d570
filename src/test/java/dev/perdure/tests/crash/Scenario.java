package dev.perdure.tests.crash;

import dev.perdure.Close;
import dev.perdure.Run;
import dev.perdure.testkit.TestEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A run, and what others do to it.
 *
 * @param name for people
 * @param start starts it, or finds it started
 * @param acts what others do, one after the other
 * @param width how many of its calls can be under way, or over and not written, at once
 */
record Scenario(String name, Function<TestEngine, Run<?>> start, List<Act> acts, int width) {
    /** Something that is done at a time after the start, until it has been done. */
    record Act(Duration at, boolean twiceIsHarmless, Doing doing) {}

    /** What is done. */
    interface Doing {
        void to(TestEngine engine, World world);
    }

    private static final Duration HOUR = Flows.HOUR;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static Scenario of(String name, Function<TestEngine, Run<?>> start) {
        return new Scenario(name, start, List.of(), 1);
    }

    private Scenario wide(int calls) {
        return new Scenario(name, start, acts, calls);
    }

    private Scenario then(String what, Duration at, boolean twiceIsHarmless, Doing doing) {
        var more = new ArrayList<>(acts);
        more.add(new Act(at, twiceIsHarmless, doing));
        return new Scenario(name + ", " + what, start, more, width);
    }

    private Scenario answered(Duration at, String... answers) {
        var scenario = this;
        for (var answer : answers)
            scenario = scenario.then(
                    "answered " + answer,
                    at,
                    true,
                    (engine, world) -> engine.signal("r", Flows.ANSWER, answer, "k" + answer));
        return scenario;
    }

    private Scenario cancelled(Duration at) {
        return then("cancelled", at, false, (engine, world) -> engine.run("r").cancel("enough"));
    }

    private Scenario paid(Duration at) {
        return then("paid", at, false, (engine, world) -> engine.complete(world.token(), "paid"));
    }

    private static List<String> items(int number) {
        return IntStream.range(0, number).mapToObj(i -> "i" + i).toList();
    }

    /** All of them. */
    static List<Scenario> all() {
        var all = new ArrayList<Scenario>();
        all.addAll(steps());
        all.addAll(waits());
        all.addAll(groups());
        all.addAll(families());
        all.addAll(undos());
        return all;
    }

    private static List<Scenario> steps() {
        var chain = of("chain", engine -> engine.start("r", Flows::chain, "c"));
        return List.of(
                chain,
                of("loop", engine -> engine.start("r", Flows::loop, "l", 6)),
                of("large list", engine -> engine.start("r", Flows::loop, "l".repeat(1_500), 4)),
                of("nested frames", engine -> engine.start("r", Flows::nested, 3)),
                of("exception through frames", engine -> engine.start("r", Flows::nested, 1)),
                of("progress", engine -> engine.start("r", Flows::progressing, 3)),
                of("attempts in memory", engine -> engine.start("r", Flows::stubborn, Flows.MOMENT, 2, 5)),
                of("attempts while parked", engine -> engine.start("r", Flows::stubborn, MINUTE, 2, 5)),
                of("attempts used up", engine -> engine.start("r", Flows::stubborn, MINUTE, 9, 3)),
                of("attempt by hand", engine -> engine.start("r", Flows::stubborn, HOUR, 1, 3))
                        .then(
                                "retried",
                                MINUTE,
                                true,
                                (engine, world) -> engine.run("r").retry()),
                of("policies", engine -> engine.start("r", Flows::guarded)),
                of("deadline over attempts", engine -> engine.start("r", Flows::late)),
                of("at most once", engine -> engine.start("r", Flows::once)),
                of("stage", engine -> engine.start("r", Flows::staged)),
                of("job in memory", engine -> engine.start("r", Flows::print, Flows.MOMENT)),
                of("job while parked", engine -> engine.start("r", Flows::print, MINUTE)));
    }

    private static List<Scenario> waits() {
        var ask = of("signal", engine -> engine.start("r", Flows::ask, HOUR));
        var twice = of("two signals", engine -> engine.start("r", Flows::askTwice));
        var pay = of("callback", engine -> engine.start("r", Flows::pay, HOUR));
        var nap = of("parked sleeps", engine -> engine.start("r", Flows::nap, HOUR, MINUTE));
        var resilient = of("catches its cancellation", engine -> engine.start("r", Flows::resilient));
        return List.of(
                nap,
                nap.cancelled(MINUTE),
                of("short sleeps", engine -> engine.start("r", Flows::nap, Flows.MOMENT, Flows.MOMENT)),
                of(
                        "sleeps of no length",
                        engine -> engine.start("r", Flows::nap, Duration.ZERO, Duration.ofMinutes(-1))),
                of("short sleep, long sleep", engine -> engine.start("r", Flows::nap, Flows.MOMENT, HOUR)),
                ask,
                ask.answered(Duration.ZERO, "early"),
                ask.answered(MINUTE, "yes"),
                ask.answered(MINUTE, "yes", "no"),
                ask.cancelled(MINUTE),
                twice.answered(Duration.ZERO, "early", "earlier"),
                twice.answered(MINUTE, "a").answered(MINUTE.multipliedBy(2), "b"),
                twice.answered(MINUTE, "a").cancelled(MINUTE.multipliedBy(2)),
                of("outcome by hand", engine -> engine.start("r", Flows::askTwice))
                        .then(
                                "completed",
                                MINUTE,
                                false,
                                (engine, world) -> engine.run("r").complete("by hand"))
                        .answered(MINUTE.multipliedBy(2), "b"),
                of("topic", engine -> engine.start("r", Flows::news)),
                of("topic", engine -> engine.start("r", Flows::news))
                        .then("told", MINUTE, false, (engine, world) -> engine.publish(Flows.NEWS, "sunshine")),
                pay,
                pay.paid(MINUTE),
                pay.then("refused", MINUTE, false, (engine, world) -> engine.fail(world.token(), "no money")),
                pay.cancelled(MINUTE),
                resilient,
                resilient.cancelled(MINUTE));
    }

    private static List<Scenario> groups() {
        var raced = of("race with time", engine -> engine.start("r", Flows::raced, HOUR));
        var fan = of("fan-out of calls", engine -> engine.start("r", Flows::fan, items(5), 5))
                .wide(5);
        var deep = of("fan-out of branches", engine -> engine.start("r", Flows::deep, items(4), 4))
                .wide(4);
        return List.of(
                of("all", engine -> engine.start("r", Flows::both)).wide(2),
                of("all, one fails", engine -> engine.start("r", Flows::oneFails))
                        .wide(2),
                of("any", engine -> engine.start("r", Flows::whichever)).wide(2),
                raced,
                raced.answered(MINUTE, "me"),
                raced.cancelled(MINUTE),
                of("loser cleans up", engine -> engine.start("r", Flows::cleaning)),
                of("quorum", engine -> engine.start("r", Flows::votes, false)).wide(4),
                of("quorum with a failure", engine -> engine.start("r", Flows::votes, true))
                        .wide(4),
                of("quorum", engine -> engine.start("r", Flows::votes, false))
                        .wide(4)
                        .cancelled(Duration.ofSeconds(30)),
                fan,
                of("fan-out of calls, two at once", engine -> engine.start("r", Flows::fan, items(5), 2))
                        .wide(2),
                deep,
                deep.cancelled(Duration.ofSeconds(30)),
                of("fan-out of branches, one at once", engine -> engine.start("r", Flows::deep, items(3), 1))
                        .wide(2),
                of("fan-out that tolerates", engine -> engine.start("r", Flows::tolerant, items(4), 4))
                        .wide(4),
                of("fan-out that tolerates too little", engine -> engine.start("r", Flows::tolerant, items(4), 0))
                        .wide(4));
    }

    private static List<Scenario> families() {
        var parent = of("child", engine -> engine.start("r", Trips::parent, HOUR));
        return List.of(
                parent,
                parent.cancelled(MINUTE),
                of("quick child", engine -> engine.start("r", Trips::parent, Duration.ZERO)),
                of("child that takes too long", engine -> engine.start("r", Trips::shortOfPatience)),
                of("child that fails", engine -> engine.start("r", Trips::bereft)),
                of("child waited for at the end", engine -> engine.start("r", Trips::leaving, Close.WAIT)),
                of("child cancelled at the end", engine -> engine.start("r", Trips::leaving, Close.CANCEL)),
                of("child left alone", engine -> engine.start("r", Trips::leaving, Close.ABANDON)),
                of("siblings", engine -> engine.start("r", Trips::siblings, 3)).wide(3),
                of("siblings", engine -> engine.start("r", Trips::siblings, 3))
                        .wide(3)
                        .cancelled(Duration.ofSeconds(30)),
                of("grandchild", engine -> engine.start("r", Trips::grandparent)),
                of("grandchild", engine -> engine.start("r", Trips::grandparent))
                        .cancelled(MINUTE),
                of("children of branches", engine -> engine.start("r", Trips::branching, items(3)))
                        .wide(3));
    }

    private static List<Scenario> undos() {
        var trip = of("undos", engine -> engine.start("r", Trips::trip, true));
        return List.of(
                trip,
                trip.cancelled(MINUTE),
                of("undos not needed", engine -> engine.start("r", Trips::trip, false)),
                of("undos of a failure that is caught", engine -> engine.start("r", Trips::caught)),
                of("undo of a loser", engine -> engine.start("r", Trips::side)).wide(2));
    }

    @Override
    public String toString() {
        return name;
    }
}
