package dev.perdure.samples.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.samples.Book;
import dev.perdure.samples.Killed;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CrawlerAppTest {
    private static final int PAGES_OF_SIX_LEVELS = 1 + 3 + 9 + 27 + 81 + 243;

    @TempDir
    Path folder;

    @Test
    void every_page_is_indexed_once_though_the_process_is_killed() throws Exception {
        var lines = new Killed(folder, CrawlerApp.class, "depth=6").linesAfter(line -> line.startsWith("crawling"));
        assertThat(lines).contains("pages known: " + (PAGES_OF_SIX_LEVELS + 729));
        assertThat(Book.read(folder.resolve("index")))
                .hasSize(PAGES_OF_SIX_LEVELS)
                .extracting(line -> line.get(0))
                .doesNotHaveDuplicates();
    }
}
