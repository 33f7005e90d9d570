package dev.perdure.tests.cases;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Fails in every place; {@link TraceTest} looks for the lines that are marked. */
public class Failing {
    /** Fails where the number says. */
    @Durable
    public int run(int n) throws IOException {
        int x = await(() -> n + 1).get();
        if (n == 0) throw new IllegalStateException("here"); // <- 0
        int y = await(() -> called(n)).named("called").get() // <- 1
                / check(n); // <- 2
        for (int i = 0; i < 4; i++) {
            int j = i;
            await(() -> j).named("loop").get();
            if (i == 3 && n == 3) y /= i - n; // <- 3
        }
        String none = n == 4 ? null : "some";
        return y
                + x
                + length(none) // <- 4
                + other(n); // <- 5
    }

    private static int called(int n) throws IOException {
        if (n == 1) throw new IOException("one"); // <- 1 inside
        return n;
    }

    private static int check(int n) {
        if (n == 2) throw new IllegalArgumentException("two"); // <- 2 inside
        return 1;
    }

    @SuppressWarnings("NullAway") // as intended
    private static int length(@Nullable String text) {
        return text.length(); // <- 4 inside
    }

    /** Called durably. */
    @Durable
    int other(int n) {
        int x = await(() -> n).named("other").get();
        if (n == 5) throw new UnsupportedOperationException("five"); // <- 5 inside
        return x;
    }
}
