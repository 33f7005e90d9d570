package shop;

import static dev.perdure.Perdure.*;
import static java.time.Duration.*;

import dev.perdure.*;
import java.util.*;

public class Flow {
    interface Checks {
        boolean ready(int n);
    }

    final Checks checks;

    Flow(Checks checks) {
        this.checks = checks;
    }

    @Durable
    public String choose(int n) {
        if (n > 0 && await(() -> checks.ready(n)).get() || !(n < -5 && await(() -> checks.ready(-n)).named("other").get())) {
            return "yes";
        } else if (n == 0) {
            return "zero";
        }
        double ratio = n > 3 ? await(() -> n).named("wide").get() : 0.5;
        return "no " + ratio;
    }
}
