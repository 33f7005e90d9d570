package dev.perdure.tests.mutants;

import dev.perdure.tests.docs.Markdown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A planted bug.
 *
 * @param name short, for the command
 * @param wrong what is wrong
 * @param file the source file, below the runtime's package
 * @param old what stands there; blanks do not count
 * @param fresh what stands there instead
 */
record Mutant(String name, String wrong, String file, String old, String fresh) {
    private static final Path SOURCES = Markdown.ROOT.resolve("runtime/src/main/java/dev/perdure");

    /** All of them, in the order of the file. */
    static List<Mutant> all() throws IOException {
        var all = new ArrayList<Mutant>();
        var lines = Files.readAllLines(Markdown.ROOT.resolve("src/test/resources/mutants.txt"));
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).startsWith("# ")) continue;
            int end = i;
            while (end < lines.size() && !lines.get(end).isBlank()) end++;
            all.add(of(lines.subList(i, end)));
        }
        return all;
    }

    private static Mutant of(List<String> lines) {
        var head = lines.get(0).substring(2).split(": ", 2);
        return new Mutant(head[0], head[1], lines.get(1).substring(2), marked(lines, '-'), marked(lines, '+'));
    }

    private static String marked(List<String> lines, char mark) {
        var text = new StringBuilder();
        for (var line : lines)
            if (line.charAt(0) == mark) text.append(line.substring(1)).append('\n');
        return text.toString();
    }

    /** The source file without the bug. */
    Path source() {
        return SOURCES.resolve(file);
    }

    /** The source with the bug. */
    String planted() throws IOException {
        var source = Files.readString(source());
        var dense = new StringBuilder();
        var places = new ArrayList<Integer>();
        for (int i = 0; i < source.length(); i++) {
            if (Character.isWhitespace(source.charAt(i))) continue;
            dense.append(source.charAt(i));
            places.add(i);
        }
        var sought = old.replaceAll("\\s", "");
        int at = dense.indexOf(sought);
        if (at < 0 || dense.indexOf(sought, at + 1) >= 0)
            throw new AssertionError(
                    "mutant \"" + name + "\": what it replaces occurs " + (at < 0 ? "nowhere" : "twice") + " in " + file
                            + "; bring src/test/resources/mutants.txt up to date:\n" + old);
        return source.substring(0, places.get(at)) + fresh + source.substring(places.get(at + sought.length() - 1) + 1);
    }

    @Override
    public String toString() {
        return name;
    }
}
