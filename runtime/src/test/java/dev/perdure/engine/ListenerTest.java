package dev.perdure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.Perdure;
import dev.perdure.RunStatus.Progress;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** All that a listener hears of. */
final class ListenerTest implements Family.World {
    private final World world = new World();
    private final List<String> heard = new ArrayList<>();
    private int asked;
    private int insisted;

    @Override
    public String call(String what) throws Shop.Broken {
        Perdure.progress(1, 1, "here");
        if (what.startsWith("complete?")) return ++asked < 2 ? "no" : "yes";
        if (what.equals("insist") && ++insisted < 2) throw new Shop.Broken("away", 1);
        return what;
    }

    @Override
    public CompletionStage<String> stage() {
        return CompletableFuture.completedFuture("stage");
    }

    /** Whatever is said, its name and the run first. */
    private final RunListener listener = (RunListener) Proxy.newProxyInstance(
            RunListener.class.getClassLoader(), new Class<?>[] {RunListener.class}, (proxy, event, words) -> {
                heard.add(event.getName() + " "
                        + Arrays.stream(words)
                                .filter(word -> !(word instanceof Throwable))
                                .map(word -> word instanceof Progress ? "progress" : "" + word)
                                .collect(Collectors.joining(" ")));
                return null;
            });

    private Engine engine() {
        Shop.elsewhere = this;
        return world.engine(options -> options.listener(listener), new Shop(this), new Party(this), new Family(this));
    }

    @Test
    void every_event_is_heard_of() {
        var engine = engine();
        engine.start("a", Shop::approve, Duration.ofHours(1)).signal(Shop.ANSWER, "yes");
        world.end(engine.run("a"));
        world.end(engine.start("b", Shop::insist, Duration.ofHours(1), Duration.ofHours(1)));
        engine.start("c", Family::parent, "x", Duration.ofHours(1));
        engine.start("d", Party::trip, true);
        world.sim.let(Duration.ofMinutes(1));
        world.crash();
        engine = engine();
        engine.run("c").cancel("enough");
        world.end(engine.run("c"));
        world.end(engine.run("d"));

        assertThat(heard)
                .contains(
                        "started a dev.perdure.engine.Shop.approve(java.time.Duration)",
                        "received a answer answer",
                        "attempt b insist 1",
                        "spawned c child c/0",
                        "cancelled c enough",
                        "undoing d hotel",
                        "undoing d flight",
                        "progressed d progress");
        assertThat(heard).anyMatch(event -> event.startsWith("polled a print 1 2026"));
        assertThat(heard).anyMatch(event -> event.startsWith("retry b insist 1 2026"));
        assertThat(heard).anyMatch(event -> event.startsWith("awaited b"));
        assertThat(heard).anyMatch(event -> event.startsWith("parked c"));
        assertThat(heard).anyMatch(event -> event.startsWith("recovered d"));
        assertThat(heard).anyMatch(event -> event.startsWith("ended d"));
    }

    @Test
    void stuck_run_is_heard_of_and_no_event_is_left_out() {
        every_event_is_heard_of();
        engine().start("e", Party::guarded); // this engine has no such policies
        world.sim.let(Duration.ofMinutes(1));
        assertThat(heard).anyMatch(event -> event.startsWith("stuck e"));
        var events = new TreeSet<String>();
        for (String event : heard) events.add(event.substring(0, event.indexOf(' ')));
        assertThat(events)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(RunListener.class.getMethods())
                        .map(Method::getName)
                        .toList());
    }
}
