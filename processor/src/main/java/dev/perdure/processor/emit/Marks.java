package dev.perdure.processor.emit;

import java.util.List;
import java.util.stream.Collectors;

/** Invisible marks in rendered text that say from which line of the user's file a piece stems. */
final class Marks {
    private static final char OPEN = '\u0001';
    private static final char NEXT = '\u0003';
    private static final char CLOSE = '\u0002';
    private static final String NOTE = "// :";
    private static final String CONTINUED = "        ";

    private Marks() {}

    static String line(int line) {
        return "" + OPEN + line + CLOSE;
    }

    /** Puts the last of some statements in a line of its own. */
    static String split(String text, String last) {
        return text.endsWith("; " + last) ? text.substring(0, text.length() - last.length() - 1) + NEXT + last : text;
    }

    private static String strip(String text) {
        int open = text.indexOf(OPEN);
        if (open < 0) return text;
        var out = new StringBuilder(text.length());
        int from = 0;
        for (; open >= 0; open = text.indexOf(OPEN, from)) {
            out.append(text, from, open);
            from = text.indexOf(CLOSE, open) + 1;
        }
        return out.append(text, from, text.length()).toString();
    }

    /** Statements that are to stand in lines of their own. */
    static String statements(List<String> before, String last) {
        return before.stream().map(each -> each + NEXT).collect(Collectors.joining()) + last;
    }

    /** Turns the marks into notes, line by line. */
    static String noted(String marked) {
        var out = new StringBuilder();
        for (int from = 0; from <= marked.length(); ) {
            int next = marked.indexOf(NEXT, from);
            int end = next < 0 ? marked.length() : next;
            one(marked.substring(from, end), out);
            from = end + 1;
        }
        return out.toString();
    }

    /** Turns the marks into a note at the end of each line, and the indentation of the source into our own. */
    private static void one(String marked, StringBuilder out) {
        var lines = marked.replace("\r", "").split("\n", -1);
        var plain = new String[lines.length];
        for (int i = 0; i < lines.length; i++) plain[i] = strip(lines[i]).stripTrailing();
        int indent = indent(plain);
        var last = plain[plain.length - 1].stripLeading();
        boolean closes = last.startsWith("}") || last.startsWith(")");
        for (int i = 0; i < lines.length; i++) {
            if (plain[i].isEmpty()) continue;
            if (!out.isEmpty()) out.append('\n');
            if (i > 0 && !closes) out.append(CONTINUED);
            out.append(plain[i], i == 0 ? 0 : Math.min(indent, leading(plain[i])), plain[i].length());
            int mark = lines[i].indexOf(OPEN);
            if (mark >= 0) out.append(" // :").append(lines[i], mark + 1, lines[i].indexOf(CLOSE, mark));
        }
    }

    private static int indent(String[] lines) {
        int least = Integer.MAX_VALUE;
        for (int i = 1; i < lines.length; i++) if (!lines[i].isEmpty()) least = Math.min(least, leading(lines[i]));
        return least == Integer.MAX_VALUE ? 0 : least;
    }

    private static int leading(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** The table of a finished file: pairs {@code generated:user}. */
    static String table(String file) {
        var out = new StringBuilder();
        var before = "";
        int number = 1;
        for (int from = 0; from < file.length(); number++) {
            int next = file.indexOf('\n', from);
            int end = next < 0 ? file.length() : next;
            var line = note(file, from, end);
            if (!line.isEmpty() && !line.equals(before)) {
                if (!out.isEmpty()) out.append(' ');
                out.append(number).append(':').append(line);
                before = line;
            }
            from = end + 1;
        }
        return out.toString();
    }

    /** The number with which a line is noted, or nothing. */
    private static String note(String file, int from, int end) {
        int at = end;
        while (at > from && file.charAt(at - 1) >= '0' && file.charAt(at - 1) <= '9') at--;
        return at < end && at - NOTE.length() >= from && file.startsWith(NOTE, at - NOTE.length())
                ? file.substring(at, end)
                : "";
    }
}
