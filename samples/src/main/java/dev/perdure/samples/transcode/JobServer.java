package dev.perdure.samples.transcode;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.perdure.samples.Options;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A transcoding service in a process of its own: HTTP on loopback, refusing one request of twenty. It keeps its port over a
 * restart, writes {@code address} and {@code pid} into its folder, and ends when nobody has asked it anything for a minute.
 */
public final class JobServer {
    private static final long IDLE_SECONDS = 60;

    private final Jobs jobs;
    private final Random mood;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile long askedAt = System.nanoTime();

    private JobServer(Jobs jobs, long seed) {
        this.jobs = jobs;
        this.mood = new Random(seed);
    }

    /** Options: {@code folder=… effort=<ms per clip> seed=…}. */
    public static void main(String[] words) throws Exception {
        var options = Options.ofMain(words, "folder", "effort", "seed");
        var folder = Files.createDirectories(options.path("folder", "target/jobs"));
        try (var jobs = Jobs.open(folder, options.number("effort", 300))) {
            new JobServer(jobs, options.number("seed", 1)).serve(folder);
        }
    }

    private void serve(Path folder) throws IOException, InterruptedException {
        var address = folder.resolve("address");
        var port = Files.exists(address)
                ? Integer.parseInt(Files.readString(address).replaceAll(".*:", ""))
                : 0;
        var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        var threads = Executors.newFixedThreadPool(4);
        http.setExecutor(threads);
        http.createContext("/", this::answer);
        http.start();
        write(folder.resolve("pid"), String.valueOf(ProcessHandle.current().pid()));
        write(address, "http://127.0.0.1:" + http.getAddress().getPort());
        while (!stopped.await(1, TimeUnit.SECONDS))
            if (System.nanoTime() - askedAt > TimeUnit.SECONDS.toNanos(IDLE_SECONDS)) break;
        http.stop(1);
        threads.shutdown();
    }

    private void answer(HttpExchange exchange) throws IOException {
        askedAt = System.nanoTime();
        var path = exchange.getRequestURI().getPath();
        try (exchange) {
            if (path.startsWith("/jobs") && mood.nextInt(20) == 0) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            var body = body(exchange, path);
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
        if (path.equals("/stop")) stopped.countDown();
    }

    private byte[] body(HttpExchange exchange, String path) throws IOException {
        var parts = path.split("/", -1);
        if (path.equals("/jobs")) {
            var key = exchange.getRequestURI().getQuery().substring("key=".length());
            return text(jobs.submit(key, exchange.getRequestBody().readAllBytes()));
        }
        if (path.endsWith("/content")) return jobs.content(parts[2]);
        if (path.startsWith("/jobs/")) return text(jobs.state(parts[2]));
        return text("here");
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void write(Path file, String text) throws IOException {
        var draft = Files.writeString(file.resolveSibling(file.getFileName() + ".draft"), text);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
