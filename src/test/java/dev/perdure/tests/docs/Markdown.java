package dev.perdure.tests.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The documentation of this repository, cut into fenced blocks. */
public final class Markdown {
    /** The root of the tree. */
    public static final Path ROOT = root();

    private Markdown() {}

    /**
     * A fenced block.
     *
     * @param file the page
     * @param line the line of its fence
     * @param language the first word behind the fence, such as {@code java}
     * @param role the second word, such as {@code before}; empty if there is none
     * @param snippet what the comment above names, or empty
     * @param text the lines between the fences
     */
    record Block(Path file, int line, String language, String role, String snippet, String text) {
        @Override
        public String toString() {
            return ROOT.relativize(file) + ":" + line;
        }
    }

    static List<Path> pages() {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            var pages = new ArrayList<>(docs.filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .toList());
            pages.add(0, ROOT.resolve("README.md"));
            return pages;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Block> blocks(Path page) {
        var blocks = new ArrayList<Block>();
        var lines = lines(page);
        var snippet = "";
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.startsWith("<!-- snippet: ")) snippet = line.substring(14, line.indexOf(" -->"));
            if (!line.startsWith("```")) continue;
            var words = line.substring(3).split(" ", 2);
            int end = i + 1;
            while (!lines.get(end).equals("```")) end++;
            var text = String.join("\n", lines.subList(i + 1, end));
            blocks.add(new Block(page, i + 1, words[0], words.length > 1 ? words[1] : "", snippet, text));
            snippet = "";
            i = end;
        }
        return blocks;
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (here != null && !(Files.exists(here.resolve("README.md")) && Files.exists(here.resolve("docs"))))
            here = here.getParent();
        if (here == null) throw new IllegalStateException("the tests run outside of the repository");
        return here;
    }
}
