package shop;

import static dev.perdure.Perdure.*;
import static java.time.Duration.*;

import dev.perdure.*;
import java.util.*;

public abstract class Flow {
    @Durable
    synchronized void locked() {
        sleep(ofDays(1));
    }

    @Durable
    abstract void nothing();
}
