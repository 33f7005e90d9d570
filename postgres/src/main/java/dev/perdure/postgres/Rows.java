package dev.perdure.postgres;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows that go to the server as one array per column, however many there are. */
final class Rows {
    private final List<Column> columns;
    private int size;

    /** Rows of these columns, such as {@code id text}. */
    Rows(String... columns) {
        this.columns = Stream.of(columns).map(Column::new).toList();
    }

    private static final class Column {
        final String name;
        final String type;
        final List<@Nullable Object> values = new ArrayList<>();

        Column(String declaration) {
            int space = declaration.indexOf(' ');
            name = declaration.substring(0, space);
            type = declaration.substring(space + 1);
        }

        Object[] array() {
            return switch (type) {
                case "text" -> values.toArray(new String[0]);
                case "bigint" -> values.toArray(new Long[0]);
                case "integer" -> values.toArray(new Integer[0]);
                case "bytea" -> values.toArray(new byte[0][]);
                default -> throw new IllegalArgumentException(type);
            };
        }
    }

    void add(@Nullable Object... row) {
        if (row.length != columns.size()) throw new IllegalArgumentException(row.length + " of " + columns.size());
        for (int i = 0; i < row.length; i++) columns.get(i).values.add(row[i]);
        size++;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    /** What stands for these rows in a FROM clause, under the name u. */
    String unnest() {
        return columns.stream()
                        .map(column -> "?::" + column.type + "[]")
                        .collect(Collectors.joining(", ", "unnest(", ")"))
                + columns.stream().map(column -> column.name).collect(Collectors.joining(", ", " AS u(", ")"));
    }

    /** Sets the parameters of {@link #unnest}; the place of the next one. */
    int bind(Session session, PreparedStatement statement, int first) throws SQLException {
        int at = first;
        for (Column column : columns) statement.setArray(at++, session.array(column.type, column.array()));
        return at;
    }

    /** One column of texts, for {@code = ANY(…)}. */
    static Rows texts(Iterable<String> values) {
        var rows = new Rows("value text");
        for (String value : values) rows.add(value);
        return rows;
    }

    /** One column of numbers, for {@code = ANY(…)}. */
    static Rows numbers(Iterable<Long> values) {
        var rows = new Rows("value bigint");
        for (Long value : values) rows.add(value);
        return rows;
    }

    /** One column of small numbers, for {@code = ANY(…)}. */
    static Rows integers(Iterable<Integer> values) {
        var rows = new Rows("value integer");
        for (Integer value : values) rows.add(value);
        return rows;
    }
}
