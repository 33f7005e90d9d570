package dev.perdure.tests.harness;

import dev.perdure.spi.AwaitSpec;
import dev.perdure.spi.Scope;
import dev.perdure.spi.Source;
import org.jspecify.annotations.Nullable;

/** A scope that runs every await at once, one attempt each, and logs what has no effect of its own. */
public final class OnTheSpot implements Scope {
    private final Effects effects;
    private int awaits;

    /** A scope over this world. */
    public OnTheSpot(Effects effects) {
        this.effects = effects;
    }

    /** How many awaits were run. */
    public int awaits() {
        return awaits;
    }

    @Override
    public String runId() {
        return "run";
    }

    @Override
    public String idempotencyKey() {
        return "key-" + effects.log().size();
    }

    @Override
    public <T extends @Nullable Object> T await(AwaitSpec<T> spec) throws Exception {
        awaits++;
        try {
            return take(spec.source());
        } catch (Exception failure) {
            if (spec.fallback() == null) throw failure;
            return spec.fallback().get();
        }
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // delays yield null
    private <T extends @Nullable Object> T take(Source<T> source) throws Exception {
        if (source instanceof Source.Run<T> run) return run.call().call();
        if (source instanceof Source.Delay<?> delay) effects.record("sleep", delay.duration());
        else if (source instanceof Source.Until<?> until) effects.record("sleepUntil", until.moment());
        else if (source instanceof Source.Poll<T> poll) return poll(poll);
        else throw new IllegalArgumentException("no such await here: " + source);
        return null;
    }

    private static <T extends @Nullable Object> T poll(Source.Poll<T> poll) throws Exception {
        for (var tries = 0; !poll.job().complete(); tries++)
            if (tries > 100) throw new AssertionError("never complete");
        return poll.job().get();
    }
}
