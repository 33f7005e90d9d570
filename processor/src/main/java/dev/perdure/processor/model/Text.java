package dev.perdure.processor.model;

/** Just enough of Java's lexical structure to step over literals and comments. */
public final class Text {
    private Text() {}

    /** The offset behind the string, text block or character literal that starts here. */
    public static int endOfLiteral(String source, int start) {
        var quote = source.startsWith("\"\"\"", start) ? "\"\"\"" : source.substring(start, start + 1);
        int i = start + quote.length();
        while (i < source.length() && !source.startsWith(quote, i)) i += source.charAt(i) == '\\' ? 2 : 1;
        return Math.min(source.length(), i + quote.length());
    }

    /** The offset behind the comment that starts here. */
    public static int endOfComment(String source, int start) {
        var close = source.startsWith("//", start) ? "\n" : "*/";
        int end = source.indexOf(close, start + 2);
        return end < 0 ? source.length() : end + close.length();
    }

    /** A constant's value as a literal. */
    public static String literal(Object value) {
        if (value instanceof String text) return quoted(text);
        if (value instanceof Character c) return c == '\'' ? "'\\''" : "'" + escaped(c, '\'') + "'";
        if (value instanceof Long number) return number + "L";
        if (value instanceof Float number) return floating(number, "java.lang.Float", number + "f");
        if (value instanceof Double number) return floating(number, "java.lang.Double", number.toString());
        if (value instanceof Byte || value instanceof Short)
            return "(" + value.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT) + ") (" + value + ")";
        return value.toString();
    }

    private static String floating(Number number, String type, String literal) {
        double value = number.doubleValue();
        if (Double.isNaN(value)) return type + ".NaN";
        if (Double.isInfinite(value)) return type + (value > 0 ? ".POSITIVE_INFINITY" : ".NEGATIVE_INFINITY");
        return literal;
    }

    public static String quoted(String text) {
        var out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) out.append(escaped(text.charAt(i), '"'));
        return out.append('"').toString();
    }

    private static String escaped(char c, char quote) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            case '\\' -> "\\\\";
            default -> c == quote ? "\\" + c : c < 0x20 || c > 0x7e ? String.format("\\u%04x", (int) c) : "" + c;
        };
    }

    /** The line of a position, from 1. */
    public static int line(String source, int position) {
        int line = 1;
        for (int at = source.indexOf('\n'); at >= 0 && at < position; at = source.indexOf('\n', at + 1)) line++;
        return line;
    }
}
