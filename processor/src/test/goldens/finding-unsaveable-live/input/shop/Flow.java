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
        var in = java.io.InputStream.nullInputStream();
        await(() -> call(in.read())).named("charge").get();
        in.close();
        Thread dead = new Thread();
        dead.start();
        await(() -> call(2)).get();
    }
}
