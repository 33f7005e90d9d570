package shop;

import static dev.perdure.Perdure.*;
import static java.time.Duration.*;

import dev.perdure.*;
import java.util.*;

public class Flow {
    enum Color {
        RED,
        GREEN,
        BLUE
    }

    static int call(int i) {
        return i;
    }

    @Durable
    @SuppressWarnings("fallthrough")
    static int pick(Color color, String word) {
        int sum = 0;
        switch (color) {
            case RED:
                sum += await(() -> call(1)).get();
            case GREEN:
                sum++;
                break;
            default:
                sum = 9;
        }
        return switch (word) {
            case "one", "two" -> await(() -> call(2)).named("two").get();
            case "three" -> {
                int i = sum;
                if (i > 3) yield i;
                yield await(() -> call(i)).named("three").get();
            }
            default -> throw new IllegalArgumentException(word);
        };
    }
}
