package shop;

import static dev.perdure.Perdure.*;
import static java.time.Duration.*;

import dev.perdure.*;

public class Film {
    static final String SPACED = "big gpu";

    @Durable(queue = SPACED)
    void render(int n) {
        sleep(ofDays(1));
    }

    @Durable(queue = "gpu/big")
    void fine(int n) {
        sleep(ofDays(1));
    }
}
