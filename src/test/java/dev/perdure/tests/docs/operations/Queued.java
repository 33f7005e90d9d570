package dev.perdure.tests.docs.operations;

import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.spawn;
import static java.time.Duration.ofMinutes;

import dev.perdure.Durable;
import dev.perdure.Run;
import dev.perdure.RunStatus;
import dev.perdure.engine.Engine;
import dev.perdure.engine.Search;
import dev.perdure.store.QueueLimits;
import dev.perdure.store.Store;
import java.time.Duration;
import java.util.List;

/** Queues. */
public class Queued {
    /** What renders. */
    public interface Renderer {
        String render(String scene);
    }

    private final Renderer renderer;

    public Queued(Renderer renderer) {
        this.renderer = renderer;
    }

    // snippet: minimal
    @Durable(queue = "gpu")
    public String render(String scene) {
        return await(() -> renderer.render(scene)).get();
    }
    // end snippet

    @Durable
    public String film(String scene) {
        // snippet: child
        Run<String> child = spawn(Queued::render, scene)
                .onQueue("gpu-large") // default: the one that its method names
                .withPriority(5)
                .get();
        String rendered = await(child).get();
        // end snippet
        return rendered;
    }

    static Engine worker(Store store, Renderer renderer) {
        // snippet: worker
        var worker = Engine.open(store)
                .node("gpu-1")
                .register(new Queued(renderer))
                .serve("gpu", "gpu-large") // default: every queue there is
                .queue(QueueLimits.of("gpu").atOnce(8).perNode(2).perKey(1).rate(100, ofMinutes(1)))
                .start();
        // end snippet
        return worker;
    }

    static Engine starter(Store store) {
        // snippet: starter
        var starter = Engine.open(store)
                .node("web-1")
                .serve() // none: this one only starts, signals and asks
                .start();
        // end snippet
        return starter;
    }

    static Run<String> start(Engine engine) {
        // snippet: start
        Run<String> run = engine.onQueue("gpu") // default: the queue that the method names
                .withPriority(10) // the highest goes first; default 0
                .withKey("customer-7") // shares the limit per key with other runs of this key
                .withDelay(Duration.ofSeconds(30)) // begins then; default at once
                .start("scene-42", Queued::render, "a beach");
        // end snippet
        return run;
    }

    static Run<String> once(Engine engine) {
        // snippet: dedup
        Run<String> run = engine.withDedup(
                        "beach") // as long as one with this mark has not ended, that one is given back
                .start(Queued::render, "a beach");
        // end snippet
        return run;
    }

    static void change(Engine engine) {
        // snippet: change
        engine.limit(QueueLimits.of("gpu").atOnce(0)); // paused, on all nodes
        engine.limit(QueueLimits.of("gpu").atOnce(16).perKey(1)); // and on again, with other limits
        // end snippet
    }

    static List<RunStatus> look(Engine engine) {
        // snippet: find
        List<RunStatus> waiting = engine.find(Search.runs().on("gpu").in(RunStatus.State.READY));
        // end snippet
        return waiting;
    }
}
