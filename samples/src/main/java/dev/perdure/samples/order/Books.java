package dev.perdure.samples.order;

import dev.perdure.samples.Book;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the services and the application wrote down: every line split at blanks.
 *
 * @param charges charge, order, key, amount: one line per real charge
 * @param requests order, key: one line per request for a charge
 * @param letters kind, order: one line per letter
 * @param outcomes order, {@code delivered} or {@code rejected}, and what came of it
 * @param resumed count: one line per process that found unfinished orders, each at an await, and went on with them
 */
record Books(
        List<List<String>> charges,
        List<List<String>> requests,
        List<List<String>> letters,
        List<List<String>> outcomes,
        List<List<String>> resumed) {
    static Books in(Path folder) throws IOException {
        return new Books(
                Book.read(folder.resolve("ledger")),
                Book.read(folder.resolve("requests")),
                Book.read(folder.resolve("mail")),
                Book.read(folder.resolve("outcomes")),
                Book.read(folder.resolve("resumed")));
    }

    /** Lines by the word at a place. */
    static Map<String, List<List<String>>> by(int place, List<List<String>> lines) {
        return lines.stream().collect(Collectors.groupingBy(line -> line.get(place)));
    }
}
