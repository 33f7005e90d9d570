package dev.perdure.processor.emit;

/** Collects the text of a class, line by line, indented. */
final class SourceWriter {
    private static final String STEP = "    ";

    private final StringBuilder out = new StringBuilder();
    private int depth;

    /** One line, or several. */
    SourceWriter line(String text) {
        for (int from = 0; ; ) {
            int end = text.indexOf('\n', from);
            one(text, from, end < 0 ? text.length() : end);
            if (end < 0) return this;
            from = end + 1;
        }
    }

    private void one(String text, int from, int to) {
        if (from < to) for (int i = 0; i < depth; i++) out.append(STEP);
        out.append(text, from, to).append('\n');
    }

    /** A line that opens a brace. */
    SourceWriter open(String head) {
        line(head + " {");
        return deeper();
    }

    /** Closes a brace. */
    SourceWriter close() {
        return close("}");
    }

    /** Closes a brace by a line of its own form. */
    SourceWriter close(String tail) {
        return shallower().line(tail);
    }

    /** Closes a brace and opens the next one in the same line. */
    SourceWriter next(String middle) {
        return shallower().open("} " + middle);
    }

    SourceWriter deeper() {
        depth++;
        return this;
    }

    SourceWriter shallower() {
        depth--;
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
