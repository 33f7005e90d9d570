package dev.perdure.samples.trip;

import dev.perdure.samples.Book;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** An agency whose books are files; every third trip gets no car. */
final class BookingOffice implements Agency, AutoCloseable {
    private final Book booked;
    private final Book cancelled;
    private final Map<String, String> byKey = new LinkedHashMap<>();
    private final Set<String> gone = new LinkedHashSet<>();

    BookingOffice(Path folder) throws IOException {
        for (var line : Book.read(folder.resolve("booked"))) byKey.put(line.get(0), line.get(1));
        for (var line : Book.read(folder.resolve("cancelled"))) gone.add(line.get(0));
        booked = Book.open(folder.resolve("booked"));
        cancelled = Book.open(folder.resolve("cancelled"));
    }

    @Override
    public synchronized String book(String what, String trip, String key) throws SoldOut {
        if (what.equals("car") && Integer.parseInt(trip.substring(trip.indexOf('-') + 1)) % 3 == 0)
            throw new SoldOut(what);
        var known = byKey.get(key);
        if (known != null) return known;
        var booking = what + "/" + trip;
        byKey.put(key, booking);
        booked.add(key, booking);
        return booking;
    }

    @Override
    public synchronized void cancel(String booking) {
        if (gone.add(booking)) cancelled.add(booking);
    }

    @Override
    public void close() throws IOException {
        booked.close();
        cancelled.close();
    }
}
