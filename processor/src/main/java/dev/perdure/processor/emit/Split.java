package dev.perdure.processor.emit;

import java.util.ArrayList;
import java.util.List;

/** Splits lists of types. */
final class Split {
    private Split() {}

    /** The parts between commas that stand outside of angle brackets. */
    static List<String> commas(String text) {
        var parts = new ArrayList<String>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '<') depth++;
            else if (c == '>') depth--;
            else if (c == ',' && depth == 0) {
                parts.add(text.substring(from, i).strip());
                from = i + 1;
            }
        }
        if (!text.substring(from).isBlank()) parts.add(text.substring(from).strip());
        return parts;
    }
}
