package dev.perdure.engine;

import dev.perdure.Callback;
import dev.perdure.engine.checkpoint.Sums;
import dev.perdure.engine.checkpoint.Tries;
import dev.perdure.spi.AwaitSpec;
import dev.perdure.store.Change;
import dev.perdure.store.Result;
import java.time.Duration;
import java.util.List;

/** Values that outside systems give for tokens. A token's hash is durable before the token leaves this process. */
final class Callbacks {
    private static final byte[] NOTHING = {};
    private static final Duration LATER = Duration.ofMillis(500);

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
     * The time of an await is up: whether nobody can use its tokens any more. If somebody still can, they are voided, and then the
     * await is looked at again: whoever was told that a token was accepted is listened to.
     */
    boolean areVoid(Strand strand, List<String> letters) {
        var run = strand.run;
        var usable = letters.stream()
                .filter(Tokens::isLetter)
                .filter(letter -> !mover.waits().has(run, List.of(Tokens.voiding(letter))))
                .toList();
        if (usable.isEmpty()) return true;
        if (strand.secret != null) return false; // that is under way
        strand.keepSecret("");
        steps.waitUntil(strand, null, false);
        for (String letter : usable) tryToVoid(strand, letter);
        return false;
    }

    private void tryToVoid(Strand strand, String letter) {
        var run = strand.run;
        var nothing = Sums.seal(run.id, NOTHING);
        var voiding = new Change.Deliver(run.id, Tokens.voiding(letter), nothing, letter);
        core.committer.submit(voiding, new Committer.Callback() {
            @Override
            public void done(Result result) {
                core.mail.fetch(run); // this one or, if somebody was faster, theirs
            }

            @Override
            public void unsure(Throwable failure) {
                core.scheduler.schedule(
                        LATER, () -> core.scheduler.execute(() -> mover.turn(run.main, () -> again(strand))));
            }
        });
    }

    private void again(Strand strand) {
        if (strand.state != Strand.State.WAITING || strand.secret == null) return;
        strand.dropSecret();
        mover.again(strand);
    }

    private static List<String> names(Tries tries) {
        return tries.tokens().stream().map(Tokens::letter).toList();
    }
}
