package dev.perdure.tests.cluster;

import dev.perdure.engine.Engine;
import dev.perdure.postgres.PostgresStore;
import dev.perdure.postgres.SchemaMode;
import dev.perdure.store.QueueLimits;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A process that works shifts; it does as it is told, line by line, and ends with its input. */
public final class QueueNode {
    /** What no cluster of these may exceed. */
    static final QueueLimits LIMITS =
            QueueLimits.of("shift").atOnce(4).perNode(3).perKey(1);

    private QueueNode() {}

    /** {@code URL SCHEMA NAME LEASE_MILLIS}. */
    public static void main(String[] arguments) throws Exception {
        var store = PostgresStore.at(arguments[0])
                .schema(arguments[1])
                .schemaMode(SchemaMode.VALIDATE)
                .open();
        try (var engine = Engine.open(store)
                        .node(arguments[2])
                        .lease(Duration.ofMillis(Long.parseLong(arguments[3])))
                        .register(new Shift(arguments[0], arguments[1], arguments[2]))
                        .queue(LIMITS)
                        .start();
                var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println("ready");
            for (var line = commands.readLine(); line != null; line = commands.readLine()) {
                var words = line.split(" ", -1);
                engine.withKey(words[2]).start(words[1], Shift::work, words[2]);
                System.out.println("did " + line);
            }
        }
    }
}
