package dev.perdure.samples.queue;

import dev.perdure.samples.Book;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Two processors and a book of what they have rendered; it counts how many scenes there ever were at once, and of one film. */
final class GpuFarm implements Farm, AutoCloseable {
    private static final long MILLIS = 20;

    private final Book book;
    private final Map<String, Integer> busy = new TreeMap<>();
    private int most;
    private int mostOfOneFilm;

    GpuFarm(Path folder) throws IOException {
        book = Book.open(folder.resolve("rendered"));
    }

    @Override
    public String render(String film, String scene, String key) throws InterruptedException {
        begin(film);
        try {
            TimeUnit.MILLISECONDS.sleep(MILLIS);
        } finally {
            end(film);
        }
        book.add(film, scene, key);
        return film + "-" + scene + ".png";
    }

    private synchronized void begin(String film) {
        busy.merge(film, 1, Integer::sum);
        most = Math.max(most, busy.values().stream().mapToInt(Integer::intValue).sum());
        mostOfOneFilm = Math.max(mostOfOneFilm, busy.getOrDefault(film, 0));
    }

    private synchronized void end(String film) {
        busy.merge(film, -1, Integer::sum);
    }

    /** How many scenes were rendered at once at most, and of one film. */
    synchronized String most() {
        return "at once at most " + most + ", of one film at most " + mostOfOneFilm;
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
