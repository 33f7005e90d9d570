package shop;

import static dev.perdure.Perdure.*;
import static java.time.Duration.*;

import dev.perdure.*;
import java.util.*;

public class Flow {
    static int call(int i) {
        return i;
    }

    @Durable
    public static long sum(int[] numbers, int rounds) {
        long sum = 0;
        outer:
        for (int i = 0, j = 10; i < rounds; i++, j--) {
            for (int number : numbers) {
                if (number < 0) continue outer;
                if (number > 100) break outer;
                int term = number * j;
                sum += await(() -> call(term)).get();
            }
            do {
                sum--;
            } while (await(() -> call(1)).named("again").get() > 1);
        }
        while (true) {
            if (sum++ > 10) return sum;
            await(() -> call(2)).named("tick").get();
        }
    }
}
