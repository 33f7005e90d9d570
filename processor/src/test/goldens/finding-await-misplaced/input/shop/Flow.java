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
        synchronized (Flow.class) {
            await(() -> call(1)).get();
        }
        try (var in = java.io.InputStream.nullInputStream()) {
            await(() -> call(2)).get();
        }
        assert await(() -> call(3)).get() > 0;
    }
}
