package dev.perdure.samples;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A file that only grows, line by line; a line is on disk when {@link #add} returns. */
public final class Book implements AutoCloseable {
    private final FileOutputStream file; // not a channel: those are closed when a thread is interrupted, as timeouts do

    private Book(FileOutputStream file) {
        this.file = file;
    }

    /** Opens or begins a book. A last line without an end was never acknowledged, so it is taken out. */
    public static Book open(Path path) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        if (Files.exists(path)) cutTornLine(path);
        return new Book(new FileOutputStream(path.toFile(), true));
    }

    /** All whole lines of a book, each split at blanks; none if there is no such file. */
    public static List<List<String>> read(Path path) throws IOException {
        if (!Files.exists(path)) return List.of();
        var text = Files.readString(path);
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .map(line -> List.of(line.split(" ")))
                .collect(Collectors.toList());
    }

    /** Writes a line and waits until it is on disk. */
    public synchronized void add(String... words) {
        try {
            file.write((String.join(" ", words) + "\n").getBytes(StandardCharsets.UTF_8));
            file.getFD().sync();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static void cutTornLine(Path path) throws IOException {
        var text = Files.readString(path, StandardCharsets.ISO_8859_1);
        try (var file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(text.lastIndexOf('\n') + 1);
        }
    }
}
