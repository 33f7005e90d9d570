package dev.perdure.samples.crawler;

import dev.perdure.samples.Book;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A site in which every page links to three others; one of seven pages cannot be fetched the first time. */
final class GeneratedSite implements Site, AutoCloseable {
    private final Book index;
    private final Set<String> keys = new HashSet<>();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();

    GeneratedSite(Path folder) throws IOException {
        for (var line : Book.read(folder.resolve("index"))) keys.add(line.get(1));
        index = Book.open(folder.resolve("index"));
    }

    @Override
    public List<String> fetch(String page) throws IOException {
        int number = Integer.parseInt(page.substring(1));
        if (number % 7 == 3 && asked.add(page)) throw new IOException("connection reset");
        return List.of("p" + (3 * number + 1), "p" + (3 * number + 2), "p" + (3 * number + 3));
    }

    @Override
    public synchronized void index(String page, String key) {
        if (keys.add(key)) index.add(page, key);
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
