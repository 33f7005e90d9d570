package dev.perdure.tests.mistakes;

import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.sleep;

import dev.perdure.Durable;
import java.time.Duration;
import java.util.function.IntSupplier;

/** A flow that keeps what went wrong for a while. */
public class Patience {
    private final IntSupplier call;

    /** Over this call. */
    public Patience(IntSupplier call) {
        this.call = call;
    }

    /** Says what came of the call. */
    @Durable
    public String keep(Duration wait) {
        try {
            int got = await(() -> call.getAsInt()).named("call").get();
            sleep(wait);
            return "" + got;
        } catch (RuntimeException failure) {
            sleep(wait);
            return failure.getMessage() + "";
        }
    }
}
