package dev.perdure.samples.order.fakes;

import dev.perdure.samples.Book;
import dev.perdure.samples.order.Order;
import dev.perdure.samples.order.Payments;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Takes money and writes it down: {@code ledger} has one line per real charge ({@code charge order key amount}),
 * {@code requests} one per request ({@code order key}). The ledger is also the memory of keys, so that a key is known if
 * and only if its charge is on disk.
 */
public final class FakePayments implements Payments, AutoCloseable {
    private final Mood mood;
    private final Book ledger;
    private final Book requests;
    private final Map<String, Charge> byKey = new HashMap<>();

    private FakePayments(Mood mood, Book ledger, Book requests) {
        this.mood = mood;
        this.ledger = ledger;
        this.requests = requests;
    }

    /** Opens the service on its files. */
    public static FakePayments open(Path folder, Mood mood) throws IOException {
        var ledger = Book.open(folder.resolve("ledger"));
        var service = new FakePayments(mood, ledger, Book.open(folder.resolve("requests")));
        for (var line : Book.read(folder.resolve("ledger")))
            service.byKey.put(line.get(2), new Charge(line.get(0), new BigDecimal(line.get(3))));
        return service;
    }

    @Override
    public Charge charge(Order order, String key) throws CardDeclined {
        mood.request("payments");
        mood.hang();
        requests.add(order.id(), key);
        if (order.card().contains("declined")) throw new CardDeclined("the bank declined " + order.card());
        var charge = chargeOnce(order, key);
        mood.answer("payments");
        return charge;
    }

    private synchronized Charge chargeOnce(Order order, String key) {
        var before = byKey.get(key);
        if (before != null) return before;
        var charge = new Charge("ch_" + (byKey.size() + 1), order.total());
        ledger.add(charge.id(), order.id(), key, charge.amount().toPlainString());
        byKey.put(key, charge);
        return charge;
    }

    @Override
    public void close() throws IOException {
        ledger.close();
        requests.close();
    }
}
