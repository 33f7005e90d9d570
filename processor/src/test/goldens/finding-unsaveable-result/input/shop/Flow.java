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
    Runnable run(int n) {
        var stream = await(() -> List.of(n).stream()).named("open").get();
        return null;
    }
}
