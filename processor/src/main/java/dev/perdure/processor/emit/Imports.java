package dev.perdure.processor.emit;

import dev.perdure.processor.model.Mentions;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Names classes by their simple names where these can mean nothing else. Works on finished text: qualified names that stand
 * for classes known by the model are replaced, whatever wrote them; literals and comments are stepped over.
 */
final class Imports {
    private static final String LANG = "java.lang";
    private static final boolean[] PARTS = new boolean[128];

    static {
        for (char c = 0; c < PARTS.length; c++) PARTS[c] = Character.isJavaIdentifierPart(c);
    }

    private final String packageName;
    private final Map<String, String> simple = new HashMap<>();
    private final Set<String> heads = new HashSet<>();
    private final Set<String> used = new TreeSet<>();

    Imports(String packageName, Mentions mentions) {
        this.packageName = packageName;
        var taken = new HashMap<String, String>();
        mentions.taken().forEach(name -> taken.put(name, ""));
        take(Names.OWN, taken);
        if (mentions.declaresClasses()) return; // What they inherit may have any name.
        take(Names.WORDS, taken);
        take(new TreeSet<>(mentions.classes()), taken);
    }

    private void take(Collection<String> classes, Map<String, String> taken) {
        for (var name : classes) {
            int dot = name.lastIndexOf('.');
            if (dot < 0) continue;
            var last = name.substring(dot + 1);
            if (taken.putIfAbsent(last, name) != null) continue;
            simple.put(name, last);
            heads.add(name.substring(0, name.indexOf('.')));
        }
    }

    /** The text with simple names. */
    String shorten(String text) {
        var out = new StringBuilder(text.length());
        int from = 0;
        for (int at = 0; at < text.length(); ) {
            char c = text.charAt(at);
            int next = isPart(c) || c == '.' ? chain(text, at) : behind(text, at, c);
            if (next > at + 1 && isPart(c)) {
                int end = classEnd(text, at, next);
                if (end > 0) {
                    var name = text.substring(at, end);
                    out.append(text, from, at).append(simple.get(name));
                    used.add(name);
                    from = end;
                }
            }
            at = next;
        }
        return out.append(text, from, text.length()).toString();
    }

    /** The imports that the texts so far need, in order. */
    Set<String> used() {
        var all = new TreeSet<String>();
        for (var name : used) {
            var owner = name.substring(0, name.lastIndexOf('.'));
            if (!owner.equals(packageName) && !owner.equals(LANG)) all.add(name);
        }
        return all;
    }

    /** Where what begins here ends: a literal, a comment, or one character. */
    private static int behind(String text, int at, char c) {
        if (c == '"' || c == '\'') return literal(text, at, c);
        if (c != '/') return at + 1;
        if (text.startsWith("//", at)) return end(text, text.indexOf('\n', at), 1);
        return text.startsWith("/*", at) ? end(text, text.indexOf("*/", at + 2), 2) : at + 1;
    }

    private static int end(String text, int found, int length) {
        return found < 0 ? text.length() : found + length;
    }

    private static int literal(String text, int start, char quote) {
        int at = start + 1;
        while (at < text.length() && text.charAt(at) != quote) at += text.charAt(at) == '\\' ? 2 : 1;
        return Math.min(text.length(), at + 1);
    }

    /** Names and numbers with dots between them, or one dot. Most of a file is this, so it is told by a table. */
    private static int chain(String text, int start) {
        int at = start;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '.' ? at + 1 >= text.length() || !isPart(text.charAt(at + 1)) : !isPart(c)) break;
            at++;
        }
        return Math.max(at, start + 1);
    }

    private static boolean isPart(char c) {
        return c < PARTS.length ? PARTS[c] : Character.isJavaIdentifierPart(c);
    }

    /** The end of the class's name with which a chain begins; -1 if it begins with none. */
    private int classEnd(String text, int start, int end) {
        int dot = text.indexOf('.', start);
        if (dot < 0 || dot >= end || !heads.contains(text.substring(start, dot))) return -1;
        while (dot >= 0 && dot < end) {
            int next = text.indexOf('.', dot + 1);
            int stop = next < 0 || next > end ? end : next;
            if (simple.containsKey(text.substring(start, stop))) return stop;
            dot = next;
        }
        return -1;
    }
}
