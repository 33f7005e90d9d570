package dev.perdure.engine;

import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.idempotencyKey;
import static dev.perdure.Perdure.sleep;

import dev.perdure.Durable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Durable methods; the machines beside it are written by hand as the processor writes them. */
class Shop {
    /** What the methods call. */
    interface Desk {
        String call(String what) throws Exception;
    }

    final Desk desk;

    Shop(Desk desk) {
        this.desk = desk;
    }

    @Durable
    List<String> buy(String item, int times) throws Exception {
        var bought = new ArrayList<String>();
        for (int i = 0; i < times; i++) {
            int n = i;
            bought.add(await(() -> desk.call(item + n + "@" + idempotencyKey()))
                    .named("buy")
                    .get());
        }
        sleep(Duration.ofHours(1));
        var thanks = await(() -> desk.call("thanks")).withRetry(3).get();
        bought.add(thanks);
        return bought;
    }

    static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        final int code;

        Broken(String message, int code) {
            super(message);
            this.code = code;
        }
    }

    static @Nullable Object unused() {
        return null;
    }
}
