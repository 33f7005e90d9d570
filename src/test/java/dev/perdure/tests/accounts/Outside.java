package dev.perdure.tests.accounts;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/** Something outside of the store that keeps a counter: it writes each request down, and counts it once. */
final class Outside implements AutoCloseable {
    private final FileChannel channel;

    /** Of one process, in a folder that it shares with others. */
    Outside(Path folder, String name) throws IOException {
        channel = FileChannel.open(
                folder.resolve(name + ".requests"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.APPEND);
    }

    synchronized void add(String request, String key, int amount) throws IOException {
        // A kill between two writes leaves a torn line; the newline before ends it.
        var line = "\n" + request + " " + key + " " + amount + " .";
        channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** The counters, over all processes that share the folder. */
    static Map<String, Integer> counters(Path folder) throws IOException {
        var requests = new HashMap<String, String>();
        try (var files = Files.list(folder)) {
            for (var file :
                    files.filter(file -> file.toString().endsWith(".requests")).toList())
                for (var line : Files.readAllLines(file)) {
                    if (!line.endsWith(" .")) continue;
                    var rest = line.substring(line.indexOf(' ') + 1);
                    var before = requests.putIfAbsent(line.substring(0, line.indexOf(' ')), rest);
                    if (before != null && !before.equals(rest))
                        throw new AssertionError("one idempotency key for two calls: " + before + " and " + line);
                }
        }
        var counters = new HashMap<String, Integer>();
        for (var request : requests.values()) {
            var words = request.split(" ", -1);
            counters.merge(words[0], Integer.parseInt(words[1]), Integer::sum);
        }
        return counters;
    }
}
