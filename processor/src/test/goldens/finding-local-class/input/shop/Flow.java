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
        class Pair {
            int sum() {
                return n + 1;
            }
        }
        await(() -> call(1)).get();
        call(new Pair().sum());
    }
}
