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
    @org.springframework.transaction.annotation.Transactional
    void run(int n) throws Exception {
        sleep(ofDays(1));
    }
}
