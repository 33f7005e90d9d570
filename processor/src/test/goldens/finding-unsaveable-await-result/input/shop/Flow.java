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
        var stream = await(() -> List.of(n).stream()).named("open").get();
        call((int) stream.count());
    }
}
