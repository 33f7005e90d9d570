package dev.perdure.processor.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The little JSON that lock files need: objects, arrays, strings and whole numbers. Written one member a line. */
final class Json {
    private static final int MOST_DIGITS = 9;

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /** Maps, lists, strings and integers as text, without a line's end behind it. */
    static String write(Object value) {
        var out = new StringBuilder();
        write(value, "\n", out);
        return out.toString();
    }

    private static void write(Object value, String line, StringBuilder out) {
        if (value instanceof Map<?, ?> map) {
            out.append('{');
            var separator = "";
            for (var each : map.entrySet()) {
                out.append(separator).append(line).append("  ");
                quote(String.valueOf(each.getKey()), out);
                out.append(": ");
                write(each.getValue(), line + "  ", out);
                separator = ",";
            }
            out.append(map.isEmpty() ? "" : line).append('}');
        } else if (value instanceof List<?> list) {
            out.append('[');
            var separator = "";
            for (var each : list) {
                out.append(separator).append(line).append("  ");
                write(each, line + "  ", out);
                separator = ",";
            }
            out.append(list.isEmpty() ? "" : line).append(']');
        } else if (value instanceof Integer) {
            out.append(value);
        } else {
            quote((String) value, out);
        }
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') out.append('\\').append(c);
            else if (c < ' ' || Character.isSurrogate(c)) out.append(String.format("\\u%04x", (int) c));
            else out.append(c);
        }
        out.append('"');
    }

    /** Reads exactly one value; objects keep the order of their members. */
    static Object read(String text) throws Malformed {
        var json = new Json(text);
        var value = json.value();
        json.blank();
        if (json.at < text.length()) throw json.malformed("the end");
        return value;
    }

    private Object value() throws Malformed {
        blank();
        if (next('{')) return object();
        if (next('[')) return array();
        if (next('"')) return string();
        int start = at;
        while (at < text.length() && at - start < MOST_DIGITS && Character.isDigit(text.charAt(at))) at++;
        if (at == start) throw malformed("a value");
        return Integer.parseInt(text.substring(start, at));
    }

    private Map<String, Object> object() throws Malformed {
        var members = new LinkedHashMap<String, Object>();
        blank();
        if (next('}')) return members;
        do {
            blank();
            need('"');
            var name = string();
            blank();
            need(':');
            if (members.put(name, value()) != null) throw new Malformed("it has \"" + name + "\" twice in one object");
            blank();
        } while (next(','));
        need('}');
        return members;
    }

    private List<Object> array() throws Malformed {
        var items = new ArrayList<Object>();
        blank();
        if (next(']')) return items;
        do {
            items.add(value());
            blank();
        } while (next(','));
        need(']');
        return items;
    }

    private String string() throws Malformed {
        var out = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            out.append(c == '\\' ? escaped() : c);
        }
        need('"');
        return out.toString();
    }

    private char escaped() throws Malformed {
        if (next('"')) return '"';
        if (next('\\')) return '\\';
        if (next('/')) return '/';
        if (next('u') && at + 4 <= text.length()) {
            try {
                char c = (char) Integer.parseInt(text.substring(at, at + 4), 16);
                at += 4;
                return c;
            } catch (NumberFormatException malformed) {
                throw malformed("four hexadecimal digits");
            }
        }
        throw malformed("an escape of a string");
    }

    private void blank() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
    }

    private boolean next(char c) {
        boolean is = at < text.length() && text.charAt(at) == c;
        if (is) at++;
        return is;
    }

    private void need(char c) throws Malformed {
        if (!next(c)) throw malformed("'" + c + "'");
    }

    private Malformed malformed(String expected) {
        long line = text.substring(0, Math.min(at, text.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
        var found = at < text.length() ? "'" + text.charAt(at) + "'" : "nothing";
        return new Malformed("in line " + line + " stands " + found + " where " + expected + " should");
    }
}
