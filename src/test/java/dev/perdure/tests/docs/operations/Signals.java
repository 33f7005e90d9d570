package dev.perdure.tests.docs.operations;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;
import dev.perdure.Run;
import dev.perdure.Signal;
import dev.perdure.engine.Engine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Signals and topics. */
public class Signals {
    // snippet: signal
    public record Decision(boolean granted, String by) {}

    public static final Signal<Decision> DECISION = Signal.of("decision", Decision.class);
    // end snippet

    public static final Signal<String> NEWS = Signal.of("news", String.class);

    @Durable
    public String minimal() {
        // snippet: minimal
        Decision decision = await(DECISION).get();
        // end snippet
        return decision.by();
    }

    @Durable
    public String deadline() {
        // snippet: deadline
        Decision decision = await(DECISION)
                .withDeadline(Duration.ofDays(3))
                .withFallback(new Decision(false, "nobody"))
                .get();
        // end snippet
        return decision.by();
    }

    @Durable
    public List<String> several(int needed) {
        // snippet: loop
        var granted = new ArrayList<String>();
        while (granted.size() < needed) {
            var decision = await(DECISION).get(); // in the order in which they came, each once
            if (decision.granted()) granted.add(decision.by());
        }
        // end snippet
        return granted;
    }

    @Durable
    public String subscriber() {
        // snippet: topic
        String news = await(NEWS).get();
        // end snippet
        return news;
    }

    static void send(Engine engine, Run<?> run) {
        // snippet: send
        run.signal(DECISION, new Decision(true, "ann"));
        engine.signal("claim-7", DECISION, new Decision(true, "bob"), "mail-4711"); // once, however often it is sent
        // end snippet
    }

    static int publish(Engine engine) {
        // snippet: publish
        int reached = engine.publish(NEWS, "closed tomorrow");
        // end snippet
        return reached;
    }
}
