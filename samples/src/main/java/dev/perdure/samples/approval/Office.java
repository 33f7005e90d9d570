package dev.perdure.samples.approval;

import dev.perdure.samples.Book;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The world outside, in a folder: {@code questions/claim-007} says who is asked; a person answers by writing {@code yes} or
 * {@code no} into {@code answers/claim-007}; {@code payments} has a line for each real payment.
 */
public final class Office implements Desk, Payroll, AutoCloseable {
    private final Path questions;
    private final Path answers;
    private final Book payments;
    private final Map<String, Integer> byKey = new HashMap<>();

    /** The office in this folder. */
    public Office(Path folder) throws IOException {
        questions = Files.createDirectories(folder.resolve("questions"));
        answers = Files.createDirectories(folder.resolve("answers"));
        payments = Book.open(folder.resolve("payments"));
        for (var line : Book.read(folder.resolve("payments"))) byKey.put(line.get(1), byKey.size() + 1);
    }

    @Override
    public void ask(String manager, Claim claim) {
        write(questions.resolve(claim.id()), manager + ": " + claim.cents() / 100.0 + " for " + claim.employee() + "?");
    }

    @Override
    public synchronized int pay(Claim claim, String key) {
        var before = byKey.get(key);
        if (before != null) return before;
        payments.add(claim.id(), key, Long.toString(claim.cents()));
        byKey.put(key, byKey.size() + 1);
        return byKey.size();
    }

    /** The names of the claims with a question. */
    List<String> questions() throws IOException {
        return names(questions);
    }

    /** The names of the claims with an answer. */
    List<String> answers() throws IOException {
        return names(answers);
    }

    /** What the question for a claim says. */
    String question(String claim) throws IOException {
        return Files.readString(questions.resolve(claim));
    }

    /** A person answers. */
    void answer(String claim, Decision decision) {
        write(answers.resolve(claim), decision.name().toLowerCase(Locale.ROOT));
    }

    /** The answer for a claim; nothing but yes and no is one. */
    Decision answer(String claim) throws IOException {
        return switch (Files.readString(answers.resolve(claim)).strip().toLowerCase(Locale.ROOT)) {
            case "yes" -> Decision.YES;
            case "no" -> Decision.NO;
            default -> Decision.NONE;
        };
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    /** All at once, for there are readers. */
    private static void write(Path file, String text) {
        var part = file.resolveSibling("." + file.getFileName());
        try {
            Files.writeString(part, text + "\n");
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException twice) {
            // Somebody else has just written the same.
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        payments.close();
    }
}
