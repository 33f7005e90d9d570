package dev.perdure.samples.order;

import dev.perdure.samples.Book;
import dev.perdure.samples.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Runs {@link OrderApp} in a process of its own, kills it with SIGKILL in the midst of its orders, starts it again, and
 * checks the books in the end. The last line is {@code DEMO OK …} or {@code DEMO FAILED …}.
 */
public final class Demo {
    private static final int KILLED = 128 + 9;

    private final Path folder;
    private final Random random;
    private final List<Order> orders;
    private final List<String> appWords;
    private final int charges;

    private Demo(Path folder, long seed, List<Order> orders, List<String> appWords) {
        this.folder = folder;
        this.random = new Random(seed);
        this.orders = orders;
        this.appWords = appWords;
        this.charges = (int) orders.stream().filter(OrderCheck::chargeable).count();
    }

    /** Options: {@code folder=… csv=… seed=… kills=… latency=<ms> packing=<ms>}. */
    public static void main(String[] words) throws Exception {
        var options = Options.ofMain(words, "folder", "csv", "seed", "kills", "latency", "packing");
        System.exit(demonstrate(options) ? 0 : 1);
    }

    /** Whether all went well. */
    static boolean demonstrate(Options options) throws IOException, InterruptedException {
        var seed = options.number("seed", System.nanoTime() % 1_000_000);
        var csv = options.given().get("csv");
        var orders = csv == null ? OrderBook.bundled() : OrderBook.of(Path.of(csv));
        var appWords = new ArrayList<String>();
        options.given().forEach((name, value) -> {
            if (List.of("csv", "latency", "packing").contains(name)) appWords.add(name + "=" + value);
        });
        return new Demo(options.path("folder", "target/demo"), seed, orders, appWords)
                .run(seed, (int) options.number("kills", 6));
    }

    private boolean run(long seed, int kills) throws IOException, InterruptedException {
        var began = Instant.now();
        System.out.printf("%,d orders, %d kills, seed %d, in %s%n", orders.size(), kills, seed, folder);
        try {
            clear();
            for (int kill = 1; kill <= kills; kill++) killAt(kill, moment(kill, kills));
            finish();
            var report = DemoReport.of(orders, Books.in(folder), kills);
            report.lines().forEach(System.out::println);
            report.problems().stream().limit(20).forEach(problem -> System.out.println("  WRONG: " + problem));
            if (report.problems().isEmpty()) {
                System.out.printf(
                        "DEMO OK %,d runs done, %d kills, every order charged under exactly one key, %d s%n",
                        orders.size(),
                        kills,
                        Duration.between(began, Instant.now()).toSeconds());
                return true;
            }
            System.out.println("DEMO FAILED " + report.problems().size() + " problems, seed " + seed);
        } catch (DemoFailed failure) {
            System.out.println("DEMO FAILED " + failure.getMessage() + ", seed " + seed);
        }
        return false;
    }

    /** The number of charges at which to kill: random, but one in each part of the work, and none at its end. */
    private int moment(int kill, int kills) {
        var part = charges * 9 / 10 / kills;
        return Math.max(1, part * (kill - 1) + random.nextInt(Math.max(1, part)));
    }

    private void killAt(int kill, int moment) throws IOException, InterruptedException {
        var child = start("child-" + kill);
        var target = Math.max(moment, charged() + 1 + random.nextInt(20));
        try {
            while (charged() < target) {
                if (child.waitFor(2, TimeUnit.MILLISECONDS))
                    throw new DemoFailed("process " + kill + " ended by itself with " + child.exitValue() + "; see "
                            + log("child-" + kill));
            }
            Thread.sleep(random.nextInt(20));
        } finally {
            child.destroyForcibly();
        }
        var exit = child.waitFor();
        if (exit != KILLED) throw new DemoFailed("process " + kill + " ended with " + exit + " instead of by SIGKILL");
        System.out.printf("kill %d: process %d, %,d of %,d charges made%n", kill, child.pid(), charged(), charges);
    }

    private void finish() throws IOException, InterruptedException {
        var child = start("child-last");
        try {
            while (!child.waitFor(1, TimeUnit.SECONDS))
                System.out.printf("  %,d of %,d charges made%n", charged(), charges);
        } finally {
            child.destroyForcibly();
        }
        if (child.exitValue() != 0)
            throw new DemoFailed("the last process ended with " + child.exitValue() + "; see " + log("child-last"));
    }

    private Process start(String name) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "--enable-native-access=ALL-UNNAMED",
                OrderApp.class.getName(),
                "folder=" + folder,
                "seed=" + random.nextInt(1_000_000)));
        command.addAll(appWords);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log(name).toFile())
                .start();
    }

    private Path log(String name) {
        return folder.resolve(name + ".out");
    }

    private int charged() throws IOException {
        return Book.read(folder.resolve("ledger")).size();
    }

    private void clear() throws IOException {
        var mark = folder.resolve("demo");
        if (Files.exists(mark)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
            }
        } else if (Files.exists(folder)) {
            throw new DemoFailed(folder + " exists and is not an earlier demo's");
        }
        Files.createDirectories(folder);
        Files.createFile(mark);
    }

    private static final class DemoFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        DemoFailed(String message) {
            super(message);
        }
    }
}
