package shop;

import static dev.perdure.Perdure.*;
import static java.time.Duration.*;

import dev.perdure.*;
import java.util.*;

public class Flow {
    public interface Mills {
        @Step(attempts = 5, backoff = "500ms..30s", timeout = "10s", deadline = "5m", abortOn = IllegalStateException.class)
        String grind(String corn, int fineness);

        @Step
        void store(String flour);
    }

    final Mills mills;

    Flow(Mills mills) {
        this.mills = mills;
    }

    @Durable
    public void mill(String corn) {
        int fine = 1;
        mills.store(mills.grind(mills.grind(corn, fine++), fine + 1));
    }
}
