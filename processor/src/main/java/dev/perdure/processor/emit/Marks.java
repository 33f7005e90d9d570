package dev.perdure.processor.emit;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Invisible marks in rendered text that say from which line of the user's file a piece stems. */
final class Marks {
    private static final char OPEN = '\u0001';
    private static final String NEXT = "\u0003";
    private static final char CLOSE = '\u0002';
    private static final Pattern MARK = Pattern.compile(OPEN + "(\\d+)" + CLOSE);
    private static final Pattern NOTE = Pattern.compile("// :(\\d+)$");
    private static final String CONTINUED = "        ";

    private Marks() {}

    static String line(int line) {
        return "" + OPEN + line + CLOSE;
    }

    static String strip(String text) {
        return MARK.matcher(text).replaceAll("");
    }

    /** Statements that are to stand in lines of their own. */
    static String statements(List<String> before, String last) {
        return before.stream().map(each -> each + NEXT).collect(Collectors.joining()) + last;
    }

    /** Turns the marks into notes, line by line. */
    static String noted(String marked) {
        return Arrays.stream(marked.split(NEXT)).map(Marks::one).collect(Collectors.joining("\n"));
    }

    /** Turns the marks into a note at the end of each line, and the indentation of the source into our own. */
    private static String one(String marked) {
        var lines = marked.replace("\r", "").split("\n", -1);
        int indent = indent(lines);
        boolean closes = strip(lines[lines.length - 1]).stripLeading().matches("[})].*");
        var out = new StringBuilder();
        for (int i = 0; i < lines.length; i++) {
            var plain = strip(lines[i]).stripTrailing();
            if (plain.isBlank()) continue;
            if (i > 0)
                plain = (closes ? "" : CONTINUED)
                        + plain.substring(Math.min(
                                indent, plain.length() - plain.stripLeading().length()));
            var mark = MARK.matcher(lines[i]);
            if (!out.isEmpty()) out.append('\n');
            out.append(plain);
            if (mark.find()) out.append(" // :").append(mark.group(1));
        }
        return out.toString();
    }

    private static int indent(String[] lines) {
        return Arrays.stream(lines)
                .skip(1)
                .map(Marks::strip)
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
    }

    /** The table of a finished file: pairs {@code generated:user}. */
    static String table(String file) {
        List<String> lines = file.lines().toList();
        var entries = new java.util.ArrayList<String>();
        int before = -1;
        for (int i = 0; i < lines.size(); i++) {
            var note = NOTE.matcher(lines.get(i));
            if (!note.find()) continue;
            int line = Integer.parseInt(note.group(1));
            if (line != before) entries.add((i + 1) + ":" + line);
            before = line;
        }
        return entries.stream().collect(Collectors.joining(" "));
    }
}
