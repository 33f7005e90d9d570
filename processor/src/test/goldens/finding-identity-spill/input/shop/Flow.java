package shop;

import static dev.perdure.Perdure.*;
import static java.time.Duration.*;

import dev.perdure.*;
import java.util.*;

public class Flow {
    static int call(int i) {
        return i;
    }

    static int[] cells() {
        return new int[1];
    }

    @Durable
    void run(int n) throws Exception {
        cells()[0] = await(() -> call(n)).get();
        int[] own = {1};
        own[0] = await(() -> call(n)).get();
    }
}
