package shop;

import static dev.perdure.Perdure.*;
import static java.time.Duration.*;

import dev.perdure.*;
import java.util.*;

public class Flow {
    static int call(int i) {
        return i;
    }

    private record Secret(int n) {}

    @Durable
    void run(int n) throws Exception {
        var secret = new Secret(n);
        await(() -> call(secret.n())).get();
    }
}
