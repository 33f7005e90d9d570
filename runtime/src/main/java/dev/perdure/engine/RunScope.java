package dev.perdure.engine;

import dev.perdure.NotDurable;
import dev.perdure.RunStatus.Progress;
import dev.perdure.spi.AwaitSpec;
import dev.perdure.spi.Scope;
import org.jspecify.annotations.Nullable;

/** The scope of code that moves on behalf of a run: the blocks of its frames and its awaited calls. */
final class RunScope implements Scope {
    private final Mover mover;
    private final Strand strand;

    RunScope(Mover mover, Strand strand) {
        this.mover = mover;
        this.strand = strand;
    }

    @Override
    public String runId() {
        return strand.run.id;
    }

    @Override
    public String idempotencyKey() {
        return strand.key();
    }

    @Override
    public void progress(long done, long total, String note) {
        mover.progress(strand, new Progress(done, total, note));
    }

    @Override
    public <T extends @Nullable Object> T await(AwaitSpec<T> spec) {
        throw new NotDurable(
                "run \"" + strand.run.id + "\" reached an await in a method that is not durable itself; mark the method"
                        + " that contains this await with @Durable and call it directly from the durable method, not from within"
                        + " an awaited call or a lambda");
    }
}
