package dev.perdure.engine;

import dev.perdure.NotDurable;
import dev.perdure.spi.AwaitSpec;
import dev.perdure.spi.Scope;
import org.jspecify.annotations.Nullable;

/** The scope of code that moves on behalf of a run: the blocks of its frames and its awaited calls. */
final class RunScope implements Scope {
    private final String id;
    private final String key;

    RunScope(String id, long visits) {
        this.id = id;
        this.key = id + "-" + visits;
    }

    @Override
    public String runId() {
        return id;
    }

    @Override
    public String idempotencyKey() {
        return key;
    }

    @Override
    public <T extends @Nullable Object> T await(AwaitSpec<T> spec) {
        throw new NotDurable(
                "run \"" + id + "\" reached an await in a method that is not durable itself; mark the method"
                        + " that contains this await with @Durable and call it directly from the durable method, not from within"
                        + " an awaited call or a lambda");
    }
}
