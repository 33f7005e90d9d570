package dev.perdure.processor.layout;

import dev.perdure.processor.model.TypeRef;
import java.util.List;
import java.util.Map;

/** Which type may have been which other; the runtime reads checkpoints by the same rule. */
final class Widening {
    /** Each number with those that widen to it (JLS 5.1.2). */
    private static final Map<String, List<String>> NARROWER = Map.of(
            "short", List.of("byte"),
            "int", List.of("byte", "short", "char"),
            "long", List.of("byte", "short", "char", "int"),
            "float", List.of("byte", "short", "char", "int", "long"),
            "double", List.of("byte", "short", "char", "int", "long", "float"));

    private static final List<String> COLLECTIONS = List.of(
            "List",
            "ArrayList",
            "LinkedList",
            "Set",
            "SortedSet",
            "NavigableSet",
            "HashSet",
            "LinkedHashSet",
            "TreeSet",
            "Queue",
            "Deque",
            "ArrayDeque",
            "Map",
            "SortedMap",
            "NavigableMap",
            "HashMap",
            "LinkedHashMap",
            "TreeMap",
            "Collection");

    private Widening() {}

    /** Whether a saved variable of one type can be read into one of another. */
    static boolean ofVariable(String from, String to) {
        return from.equals(to) || ofNumber(from, to) || ofCollection(from, to);
    }

    /**
     * Whether a component of a saved record can be read as another type. A value within a value carries no type of its own: only
     * what is written alike can be read.
     */
    static boolean ofComponent(String from, String to) {
        var narrow = unboxed(from);
        boolean alike = narrow.equals(unboxed(to)) || !(narrow.equals("char") || narrow.equals("float"));
        return from.equals(to) || (alike && ofNumber(from, to));
    }

    private static boolean ofNumber(String from, String to) {
        var narrow = unboxed(from);
        var wide = unboxed(to);
        boolean toBox = !wide.equals(to);
        boolean fromBox = !narrow.equals(from);
        if (fromBox && !toBox) return false; // it may be null
        return (narrow.equals(wide) && TypeRef.PRIMITIVES.contains(wide))
                || NARROWER.getOrDefault(wide, List.of()).contains(narrow);
    }

    private static String unboxed(String type) {
        return switch (type) {
            case "java.lang.Boolean" -> "boolean";
            case "java.lang.Byte" -> "byte";
            case "java.lang.Short" -> "short";
            case "java.lang.Character" -> "char";
            case "java.lang.Integer" -> "int";
            case "java.lang.Long" -> "long";
            case "java.lang.Float" -> "float";
            case "java.lang.Double" -> "double";
            default -> type;
        };
    }

    private static boolean ofCollection(String from, String to) {
        int arguments = from.indexOf('<');
        if (arguments < 0 || !to.endsWith(from.substring(arguments)) || to.indexOf('<') < 0) return false;
        if (!to.substring(to.indexOf('<')).equals(from.substring(arguments))) return false;
        var narrow = from.substring(0, arguments);
        var wide = to.substring(0, to.indexOf('<'));
        return isCollection(narrow) && isCollection(wide) && classOf(wide).isAssignableFrom(classOf(narrow));
    }

    private static boolean isCollection(String name) {
        return name.startsWith("java.util.") && COLLECTIONS.contains(name.substring("java.util.".length()));
    }

    private static Class<?> classOf(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
