package dev.perdure.tests.fuzz;

import java.util.Arrays;
import java.util.List;

/** The types that locals, parameters and results of programs have. */
enum Kind {
    INT("int", "Integer"),
    STRING("String"),
    BOOLEAN("boolean", "Boolean"),
    LONG("long", "Long"),
    SHORT("short", "Short"),
    BYTE("byte", "Byte"),
    CHAR("char", "Character"),
    FLOAT("float", "Float"),
    DOUBLE("double", "Double"),
    INTEGER_BOX("Integer"),
    LONG_BOX("Long"),
    CHARACTER_BOX("Character"),
    BOOLEAN_BOX("Boolean"),
    DOUBLE_BOX("Double"),
    DECIMAL("BigDecimal"),
    ID("UUID"),
    DATE("LocalDate"),
    MOMENT("Instant"),
    TIME("Duration"),
    COLOR("Color"),
    POINT("Point"),
    SHAPE("Shape"),
    OPTIONAL("Optional<String>"),
    INTS("int[]"),
    STRINGS("String[]"),
    GRID("int[][]"),
    INT_LIST("List<Integer>"),
    STRING_LIST("List<String>"),
    POINT_LIST("List<Point>"),
    STRING_SET("Set<String>"),
    MAP("Map<String, Integer>");

    static final List<Kind> ALL = List.of(values());
    /** Those that an int can be cast to. */
    static final List<Kind> NUMBERS = List.of(INT, LONG, SHORT, BYTE, CHAR, FLOAT, DOUBLE);

    /** How it is written. */
    final String source;
    /** How it is written as a type argument. */
    final String boxed;

    Kind(String source) {
        this(source, source);
    }

    Kind(String source, String boxed) {
        this.source = source;
        this.boxed = boxed;
    }

    boolean primitive() {
        return !source.equals(boxed);
    }

    /** Whether one of its objects, given for any number of arguments, is taken for all of them. */
    boolean spreads() {
        return this == STRINGS || this == GRID;
    }

    /** Whether its objects can change. */
    boolean mutable() {
        return Arrays.asList(INTS, STRINGS, GRID, INT_LIST, STRING_LIST, POINT_LIST, STRING_SET, MAP)
                .contains(this);
    }
}
