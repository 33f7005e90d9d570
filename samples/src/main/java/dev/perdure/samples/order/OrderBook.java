package dev.perdure.samples.order;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

/** Reads orders from CSV: one row per order line, rows of one order together. Fields hold no commas. */
public final class OrderBook {
    private static final String HEADER = "order,placed_at,customer,email,card,sku,item,quantity,unit_price";

    private OrderBook() {}

    /** The orders that come with the sample. */
    public static List<Order> bundled() {
        var stream = Objects.requireNonNull(OrderBook.class.getResourceAsStream("orders.csv"), "orders.csv");
        try (var in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return read(in);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The orders of a file. */
    public static List<Order> of(Path file) throws IOException {
        try (var in = Files.newBufferedReader(file)) {
            return read(in);
        }
    }

    private static List<Order> read(BufferedReader in) throws IOException {
        var header = in.readLine();
        if (!HEADER.equals(header))
            throw new IOException("the first line is \"" + header + "\", not \"" + HEADER + "\"");
        var orders = new LinkedHashMap<String, Order>();
        for (var row = in.readLine(); row != null; row = in.readLine()) {
            var cells = row.split(",", -1);
            if (cells.length != 9) throw new IOException("9 fields expected in \"" + row + "\"");
            orders.computeIfAbsent(cells[0], id -> new Order(id, cells[2], cells[3], cells[4], new ArrayList<>()))
                    .lines()
                    .add(new Order.Line(cells[5], cells[6], Integer.parseInt(cells[7]), new BigDecimal(cells[8])));
        }
        return List.copyOf(orders.values());
    }
}
