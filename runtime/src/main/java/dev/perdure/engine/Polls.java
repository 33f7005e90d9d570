package dev.perdure.engine;

import dev.perdure.JobFailed;
import dev.perdure.engine.checkpoint.Tries;
import dev.perdure.engine.method.Traces;
import dev.perdure.engine.policy.Retries;
import dev.perdure.spi.AwaitSpec;
import dev.perdure.spi.Source;

/** Asks jobs whether they are complete, and fetches what they yield. */
final class Polls {
    private static final double FACTOR = 2;
    private static final double JITTER = 0.25;

    private final Core core;
    private final Steps steps;
    private final Calls calls;

    Polls(Core core, Steps steps, Calls calls) {
        this.core = core;
        this.steps = steps;
        this.calls = calls;
    }

    /** A job is reached, or due to be asked again. */
    void poll(Strand strand, AwaitSpec<?> spec, Source.Poll<?> poll) {
        var tries = calls.begin(strand, spec);
        if (tries == null) return;
        calls.attempt(strand, spec, tries, poll.job()::complete, (complete, failure) -> {
            if (failure != null) pollFailed(strand, spec, tries, failure);
            else if (!Boolean.TRUE.equals(complete)) notYet(strand, spec, tries, poll);
            else fetch(strand, spec, tries, poll);
        });
    }

    private void fetch(Strand strand, AwaitSpec<?> spec, Tries tries, Source.Poll<?> poll) {
        calls.attempt(strand, spec, tries, poll.job()::get, (value, failure) -> {
            if (failure != null) pollFailed(strand, spec, tries, failure);
            else calls.succeeded(strand, value);
        });
    }

    private void pollFailed(Strand strand, AwaitSpec<?> spec, Tries tries, Throwable failure) {
        var mapped = calls.mapped(strand, failure);
        var text = strand.where() + ": its job could not be polled or fetched, attempt " + (tries.attempts() + 1) + ": "
                + Tries.describe(failure);
        calls.failed(strand, spec, tries, mapped, Traces.placed(new JobFailed(text, mapped), strand.nearest()));
    }

    private void notYet(Strand strand, AwaitSpec<?> spec, Tries tries, Source.Poll<?> poll) {
        if (calls.cancelled(strand)) return;
        var interval = Retries.grown(poll.first(), poll.max(), FACTOR, tries.polls());
        var due = Core.after(core.store.now(), core.retries.jittered(interval, JITTER));
        var deadline = Calls.deadline(spec, tries);
        if (deadline != null) due = Core.earlier(due, deadline);
        core.listener.polled(strand.run.id, strand.label(), tries.polls() + 1, due);
        steps.pause(strand, tries.polled(due), due, Calls.waiting(strand, spec));
    }
}
