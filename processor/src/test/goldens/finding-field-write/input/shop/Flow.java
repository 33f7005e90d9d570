package shop;

import static dev.perdure.Perdure.*;
import static java.time.Duration.*;

import dev.perdure.*;
import java.util.*;

public class Flow {
    static int call(int i) {
        return i;
    }

    private int count;

    @Durable
    void run(int n) throws Exception {
        count = await(() -> call(n)).get();
        this.count++;
    }
}
