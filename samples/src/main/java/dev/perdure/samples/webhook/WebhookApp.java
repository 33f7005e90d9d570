package dev.perdure.samples.webhook;

import dev.perdure.Run;
import dev.perdure.engine.Engine;
import dev.perdure.local.LocalStore;
import dev.perdure.samples.Book;
import dev.perdure.samples.Options;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Orders wait for callbacks that come over HTTP; kill the process and start it again: it goes on. */
public final class WebhookApp {
    private WebhookApp() {}

    /** Options: {@code folder=… orders=…}. */
    public static void main(String[] words) throws Exception {
        var options = Options.ofMain(words, "folder", "orders");
        var folder = Files.createDirectories(options.path("folder", "target/webhook"));
        Map<String, String> asked = new ConcurrentHashMap<>();
        for (var line : Book.read(folder.resolve("provider"))) asked.put(line.get(0), line.get(1));
        try (var memory = Book.open(folder.resolve("provider"));
                var engine = Engine.open(LocalStore.at(folder.resolve("runs")))
                        .register(new PayFlow((order, token) -> {
                            memory.add(order, token);
                            asked.put(order, token);
                        }))
                        .start();
                var receiver = new Receiver(engine)) {
            var runs = new ArrayList<Run<String>>();
            int orders = (int) options.number("orders", 20);
            for (int i = 1; i <= orders; i++) runs.add(engine.start("order-" + i, PayFlow::pay, "order-" + i));
            System.out.println(orders + " orders wait for their payment");
            for (var run : runs) {
                while (!run.status().state().terminal()) answer(receiver, asked, run.id());
                System.out.println(run.result());
            }
        }
    }

    /** What the provider does, if it was asked: it remembers that over a restart, in a file. */
    private static void answer(Receiver receiver, Map<String, String> asked, String order)
            throws IOException, InterruptedException {
        var token = asked.get(order);
        Thread.sleep(5);
        if (token == null) return;
        var request = HttpRequest.newBuilder(URI.create(receiver.address(token)))
                .POST(HttpRequest.BodyPublishers.ofString("card " + order.hashCode() % 100))
                .build();
        HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
    }
}
