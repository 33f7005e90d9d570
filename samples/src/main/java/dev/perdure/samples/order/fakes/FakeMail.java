package dev.perdure.samples.order.fakes;

import dev.perdure.samples.Book;
import dev.perdure.samples.order.Mail;
import dev.perdure.samples.order.Order;
import dev.perdure.samples.order.Receipt;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Writes one line per letter to {@code mail}. It knows no keys: after a crash a customer may get a letter twice. */
public final class FakeMail implements Mail, AutoCloseable {
    private final Mood mood;
    private final Book letters;

    private FakeMail(Mood mood, Book letters) {
        this.mood = mood;
        this.letters = letters;
    }

    /** Opens the service on its file. */
    public static FakeMail open(Path folder, Mood mood) throws IOException {
        return new FakeMail(mood, Book.open(folder.resolve("mail")));
    }

    @Override
    public void receipt(Order order, Receipt receipt) {
        mood.request("mail");
        letters.add("receipt", order.id(), String.valueOf(receipt.labels().size()));
    }

    @Override
    public void apology(Order order, @Nullable String reason) {
        mood.request("mail");
        letters.add("apology", order.id());
    }

    @Override
    public void close() throws IOException {
        letters.close();
    }
}
