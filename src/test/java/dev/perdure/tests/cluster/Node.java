package dev.perdure.tests.cluster;

import dev.perdure.engine.Engine;
import dev.perdure.postgres.PostgresStore;
import dev.perdure.postgres.SchemaMode;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A process of the cluster. It does as it is told, line by line, and ends with its input. */
public final class Node {
    private Node() {}

    /** {@code URL SCHEMA NAME LEASE_MILLIS}: the name is that of its database user too. */
    public static void main(String[] arguments) throws Exception {
        var trap = new Trap();
        var store = PostgresStore.on(trap.source(arguments[0], arguments[2]))
                .schema(arguments[1])
                .schemaMode(SchemaMode.VALIDATE)
                .open();
        try (var engine = Engine.open(store)
                        .node(arguments[2])
                        .lease(Duration.ofMillis(Long.parseLong(arguments[3])))
                        .register(new Order(trap))
                        .start();
                var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println("ready");
            for (var line = commands.readLine(); line != null; line = commands.readLine()) {
                var object = line.substring(line.indexOf(' ') + 1);
                if (line.startsWith("arm ")) trap.arm(Trap.Point.valueOf(object));
                else if (line.startsWith("start ")) engine.start(object, Order::place, object);
                System.out.println("did " + line);
            }
        }
    }
}
