package dev.perdure.tests.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** What really happened: each line is on the disk before the effect goes on. Survives the process, whatever the store does. */
final class Ledger implements AutoCloseable {
    private final FileChannel channel;

    private Ledger(FileChannel channel) {
        this.channel = channel;
    }

    static Ledger open(Path file) throws IOException {
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        return new Ledger(channel);
    }

    synchronized void add(Entry entry) {
        try {
            // A kill between two writes leaves a torn line; the newline before ends it.
            channel.write(ByteBuffer.wrap(("\n" + entry.line() + " .").getBytes(StandardCharsets.UTF_8)));
            channel.force(false);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    static List<Entry> read(Path file) throws IOException {
        if (!Files.exists(file)) return List.of();
        var entries = new ArrayList<Entry>();
        for (var line : Files.readAllLines(file)) if (line.endsWith(" .")) entries.add(Entry.of(line));
        return entries;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /**
     * An effect that began.
     *
     * @param order whose
     * @param step its number in the order
     * @param key the idempotency key under which it was asked for
     * @param made what it answers, never twice the same
     * @param known what the earlier steps of the order answered, as the flow knows it
     */
    record Entry(String order, int step, String key, String made, List<String> known) {
        String line() {
            return order + " " + step + " " + key + " " + made + " " + String.join(",", known);
        }

        static Entry of(String line) {
            var words = line.split(" ", -1);
            var known =
                    words[4].equals(".") || words[4].isEmpty() ? List.<String>of() : List.of(words[4].split(",", -1));
            return new Entry(words[0], Integer.parseInt(words[1]), words[2], words[3], known);
        }
    }
}
