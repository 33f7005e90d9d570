package dev.perdure.samples.crawler;

import static dev.perdure.Perdure.all;
import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.branch;
import static dev.perdure.Perdure.idempotencyKey;

import dev.perdure.Durable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Level by level: fetches and indexes all pages of a level, eight at a time, then those they link to. */
public class CrawlFlow {
    private static final int AT_A_TIME = 8;

    private final Site site;

    /** Of this site. */
    public CrawlFlow(Site site) {
        this.site = site;
    }

    /** How many pages there are down to this depth. */
    @Durable
    public int crawl(String root, int depth) {
        var seen = new TreeSet<String>(List.of(root));
        var level = new ArrayList<String>(List.of(root));
        for (int i = 0; i < depth && !level.isEmpty(); i++) {
            var links = all(
                            level,
                            page -> branch(() -> {
                                var found = await(() -> site.fetch(page))
                                        .withRetry(5)
                                        .named("fetch")
                                        .get();
                                await(() -> site.index(page, idempotencyKey()))
                                        .named("index")
                                        .get();
                                return found;
                            }))
                    .withConcurrency(AT_A_TIME)
                    .named("level")
                    .get();
            var next = new ArrayList<String>();
            for (var found : links) for (var link : found) if (seen.add(link)) next.add(link);
            level = next;
        }
        return seen.size();
    }
}
