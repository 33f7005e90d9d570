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
    void run(int n) throws Exception {
        record Pair(int a, int b) {}
        var pair = new Pair(1, 2);
        await(() -> call(pair.a())).get();
    }
}
