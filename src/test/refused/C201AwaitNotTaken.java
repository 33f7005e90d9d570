package refused;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;

/** A forgotten {@code get()}. */
public class C201AwaitNotTaken {
    @Durable
    public int bare(int n) {
        await(() -> n + 1); //! await-not-taken: get()
        return n;
    }

    @Durable
    public int chained(int n) {
        await(() -> n + 1).withRetry(3).named("x"); //! await-not-taken: get()
        return n;
    }
}
