package shop;

import static dev.perdure.Perdure.*;
import static java.time.Duration.*;

import dev.perdure.*;
import java.util.*;

public class Flow {
    @Durable
    public int fib(int n) {
        return n < 2 ? n : fib(n - 1) + fib(n - 2);
    }

    @Durable
    public static int length(String text, int... more) {
        return more.length;
    }

    @Durable
    public void both(int n) {
        int sum = fib(n) + length("x", 1, fib(2));
        sleepUntil(java.time.Instant.EPOCH.plusSeconds(sum));
    }
}
