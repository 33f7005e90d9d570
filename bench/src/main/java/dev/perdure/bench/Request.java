package dev.perdure.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was asked for on the command line.
 *
 * @param workload what to measure
 * @param store on which store
 * @param options every option of the workload, given or not
 */
record Request(Workload workload, StoreKind store, Map<String, String> options) {
    /** Options of every workload, besides its own. */
    private static final Map<String, String> COMMON = Map.of("dir", "target/bench", "yardstick", "false", "url", "");

    /** Reads {@code WORKLOAD STORE [key=value …]}. */
    static Request parse(List<String> words, List<Workload> workloads) {
        if (words.size() < 2) throw new UsageError("a workload and a store are needed");
        var workload = workloads.stream()
                .filter(one -> one.name().equals(words.get(0)))
                .findFirst()
                .orElseThrow(() -> new UsageError("there is no workload \"" + words.get(0) + "\""));
        var options = new TreeMap<>(workload.options());
        COMMON.forEach(options::putIfAbsent);
        for (var word : words.subList(2, words.size())) {
            var cut = word.indexOf('=');
            var key = cut < 0 ? word : word.substring(0, cut);
            if (cut < 0 || !options.containsKey(key))
                throw new UsageError("\"" + word + "\" is no option of " + workload.name() + "; it has "
                        + String.join(", ", options.keySet()) + ", each as key=value");
            options.put(key, word.substring(cut + 1));
        }
        var url = options.getOrDefault("url", "");
        if (!url.isEmpty()) PostgresServer.use(url);
        return new Request(workload, StoreKind.of(words.get(1)), options);
    }

    /** A whole number, at least 1. */
    int count(String key) {
        var value = options.getOrDefault(key, "");
        try {
            var number = Integer.parseInt(value.replace("_", ""));
            if (number >= 1) return number;
        } catch (NumberFormatException none) {
            // said below
        }
        throw new UsageError(key + "=" + value + " is no whole number from 1 on");
    }

    /** Yes or no. */
    boolean flag(String key) {
        return switch (options.getOrDefault(key, "")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new UsageError(key + "=" + options.get(key) + " is neither true nor false");
        };
    }

    /** Whether to measure the yardstick in the same run. */
    boolean yardstick() {
        return flag("yardstick");
    }

    /** A new, empty folder below {@code dir}, for the files of one round. */
    Path newFolder() throws IOException {
        var parent = Files.createDirectories(Path.of(options.getOrDefault("dir", "")));
        return Files.createTempDirectory(parent, workload.name() + "-");
    }

    /** Not what the command line can say; the message tells what it could. */
    static final class UsageError extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        UsageError(String message) {
            super(message);
        }
    }
}
