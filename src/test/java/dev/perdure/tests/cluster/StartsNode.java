package dev.perdure.tests.cluster;

import dev.perdure.Run;
import dev.perdure.engine.Engine;
import dev.perdure.postgres.PostgresStore;
import dev.perdure.postgres.SchemaMode;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** A process whose callers all start the same runs, each in an order of its own; it ends with its input. */
public final class StartsNode {
    /** Where each process writes down at its end what it called. */
    static final String TABLE = "CREATE TABLE greeted (name text, node text, calls integer)";

    private static final int PAGE = 100;

    private final Engine engine;
    private final Greeting greeting;

    private StartsNode(Engine engine, Greeting greeting) {
        this.engine = engine;
        this.greeting = greeting;
    }

    /** {@code URL SCHEMA NAME LEASE_MILLIS}; then lines {@code start IDS CALLERS SEED} and {@code report}. */
    public static void main(String[] arguments) throws Exception {
        var greeting = new Greeting();
        var store = PostgresStore.at(arguments[0])
                .schema(arguments[1])
                .schemaMode(SchemaMode.VALIDATE)
                .open();
        try (var engine = Engine.open(store)
                        .node(arguments[2])
                        .lease(Duration.ofMillis(Long.parseLong(arguments[3])))
                        .register(greeting)
                        .start();
                var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            var node = new StartsNode(engine, greeting);
            System.out.println("ready");
            for (var line = commands.readLine(); line != null; line = commands.readLine()) {
                var words = line.split(" ", -1);
                if (words[0].equals("start"))
                    node.startAll(Integer.parseInt(words[1]), Integer.parseInt(words[2]), Long.parseLong(words[3]));
                else node.report(arguments[0], arguments[1], arguments[2]);
                System.out.println("did " + line);
            }
        }
    }

    private void startAll(int ids, int callers, long seed) {
        var all = new ArrayList<CompletableFuture<Void>>();
        for (int i = 0; i < callers; i++) {
            var names = names(ids, new Random(seed + i));
            var caller = new CompletableFuture<Void>();
            all.add(caller);
            new Thread(() -> caller.completeAsync(() -> call(names), Runnable::run), "caller " + i).start();
        }
        all.forEach(CompletableFuture::join);
    }

    private static List<String> names(int ids, Random random) {
        var names = new ArrayList<String>();
        for (int i = 0; i < ids; i++) names.add("n" + i);
        Collections.shuffle(names, random);
        return names;
    }

    /** Starts a page of runs, awaits them, and so on: each caller has every answer, and memory does not hold all at once. */
    private Void call(List<String> names) {
        for (int from = 0; from < names.size(); from += PAGE) {
            var page = names.subList(from, Math.min(names.size(), from + PAGE));
            List<Run<String>> runs = page.stream()
                    .map(name -> engine.start(name, Greeting::greet, name))
                    .toList();
            for (int i = 0; i < page.size(); i++) {
                var answer = runs.get(i).result();
                if (!answer.equals(Greeting.answer(page.get(i))))
                    throw new AssertionError(page.get(i) + " was answered: " + answer);
            }
            System.out.println("got " + (from + page.size()));
        }
        return null;
    }

    private void report(String url, String schema, String node) throws SQLException {
        try (var connection = DriverManager.getConnection(url)) {
            connection.setSchema(schema);
            connection.setAutoCommit(false);
            try (var insert = connection.prepareStatement("INSERT INTO greeted VALUES (?, ?, ?)")) {
                for (var called : greeting.calls().entrySet()) {
                    insert.setString(1, called.getKey());
                    insert.setString(2, node);
                    insert.setInt(3, called.getValue());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            connection.commit();
        }
    }
}
