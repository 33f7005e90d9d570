package dev.perdure.engine;

import dev.perdure.Callback;
import dev.perdure.engine.checkpoint.Tries;
import dev.perdure.spi.AwaitSpec;
import java.util.List;

/** Values that outside systems give for tokens. A token's hash is durable before the token leaves this process. */
final class Callbacks {
    private final Core core;
    private final Steps steps;
    private final Mover mover;

    Callbacks(Core core, Steps steps, Mover mover) {
        this.core = core;
        this.steps = steps;
        this.mover = mover;
    }

    /** A callback is reached, or the hash of its next token is durable, or handing it over is tried again. */
    void reach(Strand strand, AwaitSpec<?> spec, Callback<?> callback) {
        var secret = strand.secret;
        if (secret != null) {
            strand.dropSecret();
            handOver(strand, spec, callback, secret);
            return;
        }
        if (strand.tries != null) {
            var names = names(strand.tries);
            if (mover.waits().has(strand.run, names)) {
                mover.waits().outcome(strand, spec, names, strand.tries.first());
                return;
            }
        }
        var failure = strand.givenUp;
        if (failure != null) {
            mover.calls().settle(strand, spec, failure);
            return;
        }
        var tries = mover.calls().begin(strand, spec);
        if (tries == null) return;
        var fresh = core.options.ids.secret();
        strand.keepSecret(fresh);
        strand.tries = tries.handing(Tokens.hash(fresh));
        steps.waitUntil(strand, core.store.now(), true);
    }

    private void handOver(Strand strand, AwaitSpec<?> spec, Callback<?> callback, String secret) {
        var known = strand.tries;
        if (known == null) return;
        var token = Tokens.token(strand.run.id, secret);
        mover.calls().hand(strand, spec, known, () -> callback.hand().over(token), () -> {
            mover.waits().outcome(strand, spec, names(known), known.first());
        });
    }

    /**
     * Whether no token that was handed over can be used any more: only then may the await fail with this. If one still can, it is
     * voided first, and whoever was faster is listened to.
     */
    boolean areVoid(Strand strand, Throwable failure) {
        if (strand.tries == null) return true;
        var names = names(strand.tries);
        if (mover.voiding().areVoid(strand, names)) {
            Voiding.consume(strand.run, names);
            return true;
        }
        strand.givenUp = failure;
        return false;
    }

    private static List<String> names(Tries tries) {
        return tries.tokens().stream().map(Tokens::letter).toList();
    }
}
