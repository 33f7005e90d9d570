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
        List.of(1, 2).forEach(i -> await(() -> call(i)).get());
        new Thread() {
            @Override
            public void run() {
                await(() -> call(n)).get();
            }
        }.start();
    }
}
