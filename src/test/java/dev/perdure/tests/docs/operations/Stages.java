package dev.perdure.tests.docs.operations;

import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.stage;

import dev.perdure.Durable;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** What completes by itself. */
public class Stages {
    /** An asynchronous client. */
    public interface Client {
        CompletableFuture<String> get(String url);
    }

    private final Client client;

    public Stages(Client client) {
        this.client = client;
    }

    @Durable
    public String minimal(String url) {
        // snippet: minimal
        String page = await(client.get(url)).get();
        // end snippet
        return page;
    }

    @Durable
    public String again(String url) {
        // snippet: anew
        String page = stage(() -> client.get(url)) // asked for anew for each attempt
                .withRetry(3)
                .withTimeout(Duration.ofSeconds(20)) // cancels the stage
                .named("page")
                .get();
        // end snippet
        return page;
    }
}
