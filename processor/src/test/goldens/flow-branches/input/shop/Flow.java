package shop;

import static dev.perdure.Perdure.*;

import dev.perdure.Durable;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Lambdas that become machines: branches and undos. */
public class Flow {
    private final Web web;

    Flow(Web web) {
        this.web = web;
    }

    record Page(String url, String text) {}

    interface Web {
        String fetch(String url) throws java.io.IOException;

        Page add(String text, int depth);

        void remove(Page page, String why);
    }

    /** A fan-out over a set, each branch with two awaits. */
    @Durable
    public List<Page> crawl(Set<String> seeds, int depth) throws java.io.IOException {
        var pages = all(seeds, seed -> branch(() -> {
                    var text = await(() -> web.fetch(seed)).withRetry(3).get();
                    return await(() -> web.add(text, depth)).withUndo(page -> web.remove(page, seed)).get();
                }))
                .withConcurrency(8)
                .named("pages")
                .get();
        return pages;
    }

    /** A pair, one of it a branch that calls a durable method. */
    @Durable
    public String both(String url) throws Exception {
        var limit = Duration.ofSeconds(url.length());
        var pair = all(
                        await(() -> web.fetch(url)).withTimeout(limit),
                        branch(() -> crawl(Set.of(url), 1)))
                .get();
        String first = race(await(() -> web.fetch(pair.first())), after(limit)).named("quick").get();
        return first + pair.second().size();
    }

    /** Undos: by a method reference, and with awaits of its own. */
    @Durable
    public Page stored(String url) {
        var page = await(() -> web.add(url, 0)).withUndo(this::forget).get();
        int tries = 3;
        await(() -> web.add(url, tries)).named("again").withUndo(done -> {
            var text = await(() -> web.fetch(done.url())).get();
            await(() -> web.remove(page, text)).get();
        }).get();
        return page;
    }

    private void forget(Page page) {
        web.remove(page, "forgotten");
    }
}
