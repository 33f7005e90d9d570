package shop;

import static dev.perdure.Perdure.*;
import static java.time.Duration.*;

import dev.perdure.*;
import java.util.*;

public class Flow {
    private static final int LIMIT = 3;
    private static final List<String> WORDS = List.of("a");
    private final String name = "n";

    private String greet(String... words) throws java.io.IOException {
        return name + words.length;
    }

    private static <T extends Comparable<T>> T larger(T a, T b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    @Override
    public String toString() {
        return "flow";
    }

    @Durable
    public String run() throws java.io.IOException {
        var greeting = await(() -> greet("x", "y")).get();
        await(this::toString).get();
        return larger(greeting, name) + LIMIT + WORDS + super.toString().length();
    }
}
