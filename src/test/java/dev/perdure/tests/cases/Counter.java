package dev.perdure.tests.cases;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;

/** Ends with an await, in several ways. */
public class Counter {
    @Durable
    public int next(int n) {
        return await(() -> n + 1).get();
    }

    @Durable
    public int outer(int n) {
        return next(await(() -> n + 1).named("first").get());
    }

    @Durable
    public int added(int n) {
        return 1 + await(() -> n).get();
    }
}
