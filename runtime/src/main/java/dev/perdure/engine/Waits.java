package dev.perdure.engine;

import dev.perdure.AttemptTimedOut;
import dev.perdure.DeadlineExceeded;
import dev.perdure.PerdureException;
import dev.perdure.engine.checkpoint.Sums;
import dev.perdure.engine.checkpoint.Waiting;
import dev.perdure.engine.method.Traces;
import dev.perdure.machine.Outcome;
import dev.perdure.spi.AwaitSpec;
import dev.perdure.spi.Source;
import dev.perdure.store.RunImage.Letter;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Awaits that run nothing: sleeps and signals. */
final class Waits {
    private final Core core;
    private final Steps steps;
    private final Mover mover;

    Waits(Core core, Steps steps, Mover mover) {
        this.core = core;
        this.steps = steps;
        this.mover = mover;
    }

    /** A sleep or a signal is reached. */
    void reach(Strand strand, AwaitSpec<?> spec) {
        strand.tries = null;
        strand.noted = false;
        if (spec.source() instanceof Source.Delay<?> delay)
            sleep(strand, Core.after(core.store.now(), delay.duration()));
        else if (spec.source() instanceof Source.Until<?> until) sleep(strand, until.moment());
        else if (spec.source() instanceof Source.Mail<?> mail)
            mail(strand, waiting(spec, mail.signal().name()));
        else throw new IllegalStateException("nobody carries out " + spec.source());
    }

    /** Looks again at what is waited for. */
    void resume(Strand strand, Waiting waiting) {
        if (waiting instanceof Waiting.Until until) {
            sleep(strand, until.moment());
        } else if (waiting instanceof Waiting.Mail mail) {
            mail(strand, mail);
        } else if (waiting instanceof Waiting.Poll poll) {
            strand.waiting = null;
            mover.reach(strand, poll.spec());
        }
    }

    private void sleep(Strand strand, Instant until) {
        var left = Duration.between(core.store.now(), until);
        if (left.isNegative() || left.isZero()) {
            over(strand);
            return;
        }
        boolean news = !strand.noted && left.compareTo(core.options.parkThreshold) >= 0;
        strand.waiting = new Waiting.Until(until);
        strand.noted |= news;
        steps.waitUntil(strand, Core.earlier(until, Core.FAR), news);
    }

    /** A sleep that was saved needs no further record: it is over by the clock, whoever looks. */
    private void over(Strand strand) {
        if (!strand.noted || strand.stack.isEmpty()) {
            steps.outcome(strand, Outcome.of(null));
        } else {
            strand.waiting = null;
            strand.visits++;
            mover.deliver(strand, Outcome.of(null));
        }
    }

    private Waiting.Mail waiting(AwaitSpec<?> spec, String name) {
        var limit = spec.deadline() != null ? spec.deadline() : spec.timeout();
        var fallback = spec.fallback();
        return new Waiting.Mail(
                name,
                limit == null ? null : Core.after(core.store.now(), limit),
                spec.deadline() != null,
                fallback != null,
                fallback == null ? null : fallback.get());
    }

    private void mail(Strand strand, Waiting.Mail mail) {
        var letter = first(strand.run, mail.name());
        var until = mail.until();
        if (letter != null) {
            strand.run.mailbox.remove(letter);
            strand.run.consumed.add(letter.number());
            var value = core.checkpoints.value(strand.resultType(), Sums.open(strand.run.id, letter.value()));
            steps.outcome(strand, Outcome.of(value));
        } else if (until != null && !until.isAfter(core.store.now())) {
            steps.outcome(
                    strand, mail.fallback() ? Outcome.of(mail.otherwise()) : Outcome.failed(tooLate(strand, mail)));
        } else {
            boolean news = !strand.noted;
            strand.waiting = mail;
            strand.noted = true;
            steps.waitUntil(strand, until, news);
        }
    }

    private static @Nullable Letter first(LiveRun run, String name) {
        for (Letter letter : run.mailbox) if (letter.name().equals(name)) return letter;
        return null;
    }

    private static PerdureException tooLate(Strand strand, Waiting.Mail mail) {
        var text = strand.where() + " got no signal \"" + mail.name() + "\" by " + mail.until();
        var late = mail.deadline() ? new DeadlineExceeded(text, null) : new AttemptTimedOut(text);
        return Traces.placed(late, strand.nearest());
    }
}
