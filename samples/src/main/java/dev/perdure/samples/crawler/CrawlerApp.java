package dev.perdure.samples.crawler;

import dev.perdure.engine.Engine;
import dev.perdure.local.LocalStore;
import dev.perdure.samples.Options;
import java.nio.file.Files;

/** Crawls a site; kill the process and start it again: it goes on, and no page is indexed twice. */
public final class CrawlerApp {
    private CrawlerApp() {}

    /** Options: {@code folder=… depth=…}. */
    public static void main(String[] words) throws Exception {
        var options = Options.ofMain(words, "folder", "depth");
        var folder = Files.createDirectories(options.path("folder", "target/crawler"));
        try (var site = new GeneratedSite(folder);
                var engine = Engine.open(LocalStore.at(folder.resolve("runs")))
                        .register(new CrawlFlow(site))
                        .start()) {
            int depth = (int) options.number("depth", 6);
            System.out.println("crawling; the index is a file in " + folder);
            var run = engine.start("crawl-" + depth, CrawlFlow::crawl, "p0", depth);
            System.out.println("pages known: " + run.result());
        }
    }
}
