package dev.perdure.samples.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.perdure.CallbackRejected;
import dev.perdure.engine.Engine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** Receives callbacks over HTTP: {@code POST /callback/TOKEN} with the value as its body completes the token. */
final class Receiver implements AutoCloseable {
    private static final int LONGEST = 1_024;

    private final HttpServer server;
    private final Engine engine;

    Receiver(Engine engine) throws IOException {
        this.engine = engine;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(2, work -> {
            var thread = new Thread(work, "receiver");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/callback/", this::receive);
        server.start();
    }

    /** Where a token is completed. */
    String address(String token) {
        return "http://localhost:" + server.getAddress().getPort() + "/callback/" + token;
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readNBytes(LONGEST);
            var token = exchange.getRequestURI().getPath().substring("/callback/".length());
            exchange.sendResponseHeaders(complete(token, new String(body, StandardCharsets.UTF_8)), -1);
        }
    }

    /** Answers when the value is durable: the sender may forget it then, and repeats itself otherwise. */
    private int complete(String token, String value) {
        try {
            engine.complete(token, value);
            return 204;
        } catch (CallbackRejected gone) {
            return 410;
        } catch (RuntimeException notNow) {
            return 503;
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
