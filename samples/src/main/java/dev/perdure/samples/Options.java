package dev.perdure.samples;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The command line of a sample: {@code name=value} words, each with a default.
 *
 * @param given what was given
 */
public record Options(Map<String, String> given) {
    /** Reads a command line; every word must name one of the known options. */
    public static Options of(String[] words, String... known) {
        var given = new LinkedHashMap<String, String>();
        for (var word : words) {
            var cut = word.indexOf('=');
            var name = cut < 0 ? word : word.substring(0, cut);
            if (cut < 0 || !List.of(known).contains(name))
                throw new IllegalArgumentException(
                        "\"" + word + "\" is no option; there are: " + String.join("=… ", known) + "=…");
            given.put(name, word.substring(cut + 1));
        }
        return new Options(given);
    }

    /** The same for a main method: a wrong word ends the process with a message instead of a stack trace. */
    public static Options ofMain(String[] words, String... known) {
        try {
            return of(words, known);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
            throw wrong;
        }
    }

    /** A folder or file. */
    public Path path(String name, String otherwise) {
        return Path.of(given.getOrDefault(name, otherwise));
    }

    /** A whole number. */
    public long number(String name, long otherwise) {
        var value = given.get(name);
        return value == null ? otherwise : Long.parseLong(value);
    }

    /** A number of milliseconds. */
    public Duration millis(String name, long otherwise) {
        return Duration.ofMillis(number(name, otherwise));
    }
}
