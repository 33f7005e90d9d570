package shop;

import static dev.perdure.Perdure.*;
import static java.time.Duration.*;

import dev.perdure.*;
import java.util.*;

public class Flow {
    class Inner {
        @Durable
        void run() {
            sleep(ofDays(1));
        }
    }
}
