package dev.perdure.engine;

import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.sleep;
import static dev.perdure.Perdure.spawn;
import static dev.perdure.Perdure.stage;

import dev.perdure.Callback;
import dev.perdure.Close;
import dev.perdure.Durable;
import dev.perdure.Run;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Durable methods with children, callbacks and stages; the machines beside it are written by hand. */
class Family {
    /** What the methods call. */
    interface World extends Shop.Desk {
        CompletionStage<String> stage();
    }

    final World world;

    Family(World world) {
        this.world = world;
    }

    /** A child, and its end. */
    @Durable
    String parent(String name, Duration pause) {
        Run<String> child = spawn(Family::child, name).get();
        sleep(pause);
        return await(child).get() + "?";
    }

    @Durable
    String child(String name) throws Exception {
        await(() -> world.call("child " + name)).named("work").get();
        sleep(Duration.ofMinutes(10));
        return await(() -> world.call(name + "!")).named("end").get();
    }

    /** A child that is not awaited. */
    @Durable
    String leave(String name, Close close) {
        spawn(Family::child, name).onClose(close).get();
        sleep(Duration.ofMinutes(1));
        return "left";
    }

    /** A callback. */
    @Durable
    String pay(Duration patience) {
        return await(Callback.of(String.class, token -> world.call(token)))
                .withRetry(3)
                .withDeadline(patience)
                .named("pay")
                .get();
    }

    /** A stage. */
    @Durable
    String ask(Duration patience) {
        return stage(() -> world.stage()).withTimeout(patience).named("ask").get() + ".";
    }
}
