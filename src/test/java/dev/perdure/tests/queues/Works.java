package dev.perdure.tests.queues;

import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.sleep;
import static dev.perdure.Perdure.spawn;

import dev.perdure.Durable;
import java.time.Duration;

/** Runs on queues. */
public class Works {
    /** What is called. */
    public interface Tool {
        String use(String what) throws Exception;
    }

    private final Tool tool;

    /** Works with this tool. */
    public Works(Tool tool) {
        this.tool = tool;
    }

    /** Uses the tool once. */
    @Durable(queue = "gpu")
    public String once(String what) throws Exception {
        return await(() -> tool.use(what)).get();
    }

    /** Uses the tool, waits, and uses it again. */
    @Durable(queue = "gpu")
    public String twice(String what, Duration pause) throws Exception {
        var first = await(() -> tool.use(what)).named("first").get();
        sleep(pause);
        return first + await(() -> tool.use(what)).named("second").get();
    }

    /** On no queue of its own; its child is on one. */
    @Durable
    public String parent(String what, String queue) {
        var child = spawn(Works::once, what)
                .onQueue(queue)
                .withPriority(3)
                .withKey("k")
                .withDelay(Duration.ofSeconds(5))
                .get();
        return await(child).get() + "!";
    }
}
