package dev.perdure.engine;

import dev.perdure.CallbackFailed;
import dev.perdure.CallbackRejected;
import dev.perdure.engine.checkpoint.Saved;
import dev.perdure.engine.checkpoint.Sums;
import dev.perdure.machine.Outcome;
import dev.perdure.store.Change;
import dev.perdure.store.RunImage;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Takes what outside systems give for the tokens that they were handed. Blocks its callers, never the engine. */
final class Completions {
    private final Core core;

    Completions(Core core) {
        this.core = core;
    }

    /** Completes a callback and returns when that is durable. */
    void complete(String token, @Nullable Object value) {
        var type = value == null ? void.class : value.getClass();
        complete(token, core.checkpoints.result(type, Outcome.of(value)));
    }

    /** Fails a callback and returns when that is durable. */
    void fail(String token, String why) {
        var failure = new CallbackFailed(Objects.requireNonNull(why, "why"));
        complete(token, core.checkpoints.result(void.class, Outcome.failed(failure)));
    }

    private void complete(String token, byte[] outcome) {
        core.desk.open();
        var parsed = Tokens.parse(Objects.requireNonNull(token, "token"));
        Limits.check("the value of a callback", outcome.length, core.limits.signalBytes(), "a reference to it");
        var id = parsed.run();
        List<RunImage> images;
        try {
            images = core.store.load(List.of(id)).join();
        } catch (CompletionException failure) {
            throw Failures.ofStore(failure);
        }
        boolean awaited = !images.isEmpty()
                && !images.get(0).status().terminal()
                && parsed.isAwaited(Saved.read(id, images.get(0).frame()));
        if (!awaited) throw rejected();
        var name = Tokens.letter(parsed.hash());
        var result = core.desk.commit(new Change.Deliver(id, name, Sums.seal(id, outcome), name), null);
        if (!result.applied()) throw rejected();
    }

    private static CallbackRejected rejected() {
        return new CallbackRejected("the token is unknown, or was used, or what waited for it is over");
    }
}
