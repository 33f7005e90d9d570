package shop;

import static dev.perdure.Perdure.*;
import static java.time.Duration.*;

import dev.perdure.*;
import java.util.*;

public class Flow {
    static int call(int i) {
        return i;
    }

    static String join(Object a, int b, String c) {
        return a + " " + b + " " + c;
    }

    @Durable
    static String join(int n) {
        int i = n;
        int[] cells = {1, 2, 3};
        cells[i++] += await(() -> call(5)).get();
        i += i++ + await(() -> call(7)).get();
        var joined = join(n + 1, await(() -> call(1)).get(), "c" + call(i));
        return joined + new StringBuilder("x") + await(() -> call(2)).get() + Arrays.toString(cells);
    }
}
