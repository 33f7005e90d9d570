package dev.perdure.tests.cluster;

import dev.perdure.engine.Engine;
import dev.perdure.postgres.PostgresStore;
import dev.perdure.postgres.SchemaMode;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Objects;

/** A process of the cluster, with one or more nodes. It does as it is told, line by line, and ends with its input. */
public final class Node {
    private Node() {}

    /** {@code URL SCHEMA NAME[,NAME…] LEASE_MILLIS}: the names are those of database users too. */
    public static void main(String[] arguments) throws Exception {
        var gate = new Trap.Gate();
        var traps = new HashMap<String, Trap>();
        var engines = new LinkedHashMap<String, Engine>();
        var lease = Duration.ofMillis(Long.parseLong(arguments[3]));
        for (String name : arguments[2].split(",", -1)) {
            var trap = new Trap(name, gate);
            traps.put(name, trap);
            engines.put(name, engine(arguments[0], arguments[1], name, lease, trap));
        }
        System.out.println("ready");
        try (var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (var line = commands.readLine(); line != null; line = commands.readLine()) {
                var words = line.split(" ", -1);
                switch (words[0]) {
                    case "arm" -> Objects.requireNonNull(traps.get(words[1])).arm(Trap.Point.valueOf(words[2]));
                    case "start" -> start(Objects.requireNonNull(engines.get(words[1])), words[2]);
                    case "stop" -> stop(traps.values(), gate);
                    default -> throw new IllegalArgumentException(line);
                }
            }
        }
        for (Engine engine : engines.values()) engine.close();
    }

    /** On a thread of its own, as it may be held. */
    private static void start(Engine engine, String id) {
        new Thread(() -> {
                    engine.start(id, Order::place, id);
                    System.out.println("did start " + id);
                })
                .start();
    }

    private static void stop(Collection<Trap> traps, Trap.Gate gate) throws Exception {
        traps.forEach(Trap::disarm);
        gate.stopAndOpen();
        System.out.println("did stop");
    }

    private static Engine engine(String url, String schema, String name, Duration lease, Trap trap) {
        var store = PostgresStore.on(trap.source(url, name))
                .schema(schema)
                .schemaMode(SchemaMode.VALIDATE)
                .open();
        return Engine.open(store)
                .node(name)
                .lease(lease)
                .register(new Order(trap))
                .start();
    }
}
