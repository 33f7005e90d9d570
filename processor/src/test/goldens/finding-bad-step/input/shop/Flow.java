package shop;

import static dev.perdure.Perdure.*;
import static java.time.Duration.*;

import dev.perdure.*;
import java.util.*;

public class Flow {
    static int call(int i) {
        return i;
    }

    interface Steps {
        @Step(attempts = 0)
        void one(int i);

        @Step(attempts = 2, backoff = "10s..1s", timeout = "soon")
        void two(int i);

        @Step(backoff = "1s")
        void three(int i);
    }

    Steps steps;

    @Durable
    void run(int n) throws Exception {
        steps.one(1);
        steps.two(2);
        steps.three(3);
    }
}
