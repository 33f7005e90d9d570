package dev.perdure.engine;

import dev.perdure.Close;
import dev.perdure.Run;
import dev.perdure.RunEnded;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A run whose process dies, and what others do to it meanwhile.
 *
 * @param name for people
 * @param start starts it, or finds it started
 * @param outside what somebody outside does, told to a clock
 * @param width how many of its calls can be under way, or over and not written, at once
 */
record Scenario(String name, Function<Engine, Run<?>> start, Consumer<Outside> outside, int width) {
    /** Where somebody outside can act: at a time, through an engine of a process that does not die. */
    interface Outside {
        void at(Duration after, Consumer<Run<?>> act);
    }

    private static final Duration HOUR = Duration.ofHours(1);

    private static Scenario of(String name, Function<Engine, Run<?>> start) {
        return new Scenario(name, start, Scenario::nobody, 1);
    }

    private static void nobody(Outside outside) {}

    private Scenario wide(int calls) {
        return new Scenario(name, start, outside, calls);
    }

    private Scenario when(String happens, Duration after, Consumer<Run<?>> act) {
        return new Scenario(name + ", " + happens, start, outside -> outside.at(after, act), width);
    }

    private Scenario cancelled(Duration after) {
        return when("cancelled", after, run -> {
            try {
                run.cancel("enough");
            } catch (RunEnded ended) {
                throw new AssertionError("the run has ended before it is cancelled", ended);
            }
        });
    }

    /** One of each kind, and some that meet. */
    static List<Scenario> all() {
        var both = of("groups", engine -> engine.start("r", Party::both, HOUR.multipliedBy(2)))
                .wide(2);
        var parent = of("child", engine -> engine.start("r", Family::parent, "x", HOUR));
        var trip = of("undo", engine -> engine.start("r", Party::trip, true));
        var fans = of("fan-out of branches", engine -> engine.start("r", Party::crawl, Party.names(5), 2))
                .wide(4);
        var approve = of("signal and job", engine -> engine.start("r", Shop::approve, Duration.ofHours(2)));
        var quorum = of("quorum", engine -> engine.start("r", Party::vote)).wide(3);
        var minute = Duration.ofMinutes(1);
        return List.of(
                of("loop and sleep", engine -> engine.start("r", Shop::buy, "tea", 3)),
                of("list that grows", engine -> engine.start("r", Shop::buy, "tea".repeat(400), 5)),
                of("loop and sleep", engine -> engine.start("r", Shop::buy, "tea", 2))
                        .cancelled(minute),
                of("stack", engine -> engine.start("r", Shop::tour, List.of("a", "bad", "b"))),
                approve,
                approve.when("answered", minute, run -> run.signal(Shop.ANSWER, "yes")),
                approve.cancelled(minute),
                both,
                both.when("answered", minute, run -> run.signal(Party.ANSWER, "yes")),
                both.cancelled(minute),
                fans,
                of("fan-out of calls", engine -> engine.start("r", Party::ask, Party.names(4)))
                        .wide(4),
                quorum,
                parent,
                parent.cancelled(minute),
                of("child waited for", engine -> engine.start("r", Family::leave, "x", Close.WAIT)),
                of("child cancelled at the end", engine -> engine.start("r", Family::leave, "x", Close.CANCEL)),
                of("child left alone", engine -> engine.start("r", Family::leave, "x", Close.ABANDON)),
                trip,
                trip.cancelled(minute),
                of("callback", engine -> engine.start("r", Family::pay, HOUR)),
                of("callback", engine -> engine.start("r", Family::pay, HOUR)).cancelled(Duration.ofSeconds(30)),
                of("stage", engine -> engine.start("r", Family::ask, HOUR)),
                of("policies", engine -> engine.start("r", Party::guarded)),
                of("retries", engine -> engine.start("r", Shop::insist, HOUR, HOUR)));
    }

    @Override
    public String toString() {
        return name;
    }
}
