package dev.perdure.tests.layouts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The pairs of number types of which the first widens to the second (JLS 5.1.2), or to what boxes that. */
final class Numbers {
    private static final Map<String, String> BOXES = Map.of(
            "boolean", "Boolean",
            "byte", "Byte",
            "short", "Short",
            "char", "Character",
            "int", "Integer",
            "long", "Long",
            "float", "Float",
            "double", "Double");

    private static final Map<String, String> LITERALS = Map.of(
            "boolean", "true",
            "byte", "(byte) -7",
            "short", "(short) 300",
            "char", "'\\u1234'",
            "int", "16777217",
            "long", "9007199254740993L",
            "float", "0.1f",
            "double", "0.1");

    private static final Map<String, List<String>> NARROWER = Map.of(
            "short", List.of("byte"),
            "int", List.of("byte", "short", "char"),
            "long", List.of("byte", "short", "char", "int"),
            "float", List.of("byte", "short", "char", "int", "long"),
            "double", List.of("byte", "short", "char", "int", "long", "float"));

    private Numbers() {}

    /** A type and a wider one. */
    record Wider(String from, String to) {
        /** A variable of the narrower type. */
        String before(String name) {
            return from + " " + name + " = " + LITERALS.get(plain(from)) + ";\n";
        }

        /** The same, of the wider type, as Java widens it. */
        String after(String name) {
            var cast = plain(from).equals(plain(to)) || plain(to).equals(to) ? "" : "(" + plain(to) + ") ";
            return to + " " + name + " = " + cast + LITERALS.get(plain(from)) + ";\n";
        }
    }

    static List<Wider> wider() {
        var pairs = new ArrayList<Wider>();
        for (var to : BOXES.keySet().stream().sorted().toList()) {
            pairs.add(new Wider(to, box(to)));
            for (var from : NARROWER.getOrDefault(to, List.of())) {
                pairs.add(new Wider(from, to));
                pairs.add(new Wider(from, box(to)));
                pairs.add(new Wider(box(from), box(to)));
            }
        }
        return pairs;
    }

    /** What a change of a variable's type must not be: narrower, unboxed, of another kind. */
    static List<Wider> others() {
        var pairs = new ArrayList<Wider>();
        for (var wide : NARROWER.keySet().stream().sorted().toList())
            for (var narrow : NARROWER.getOrDefault(wide, List.of())) pairs.add(new Wider(wide, narrow));
        for (var each : BOXES.keySet().stream().sorted().toList()) pairs.add(new Wider(box(each), each));
        pairs.add(new Wider("boolean", "int"));
        pairs.add(new Wider("byte", "char"));
        pairs.add(new Wider("int", "String"));
        return pairs;
    }

    private static String box(String type) {
        return BOXES.getOrDefault(type, type);
    }

    private static String plain(String type) {
        return BOXES.entrySet().stream()
                .filter(each -> each.getValue().equals(type))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(type);
    }
}
