package dev.perdure.engine;

import dev.perdure.AttemptTimedOut;
import dev.perdure.DeadlineExceeded;
import dev.perdure.PerdureException;
import dev.perdure.RunFailed;
import dev.perdure.engine.checkpoint.Sums;
import dev.perdure.engine.checkpoint.Waiting;
import dev.perdure.engine.method.Traces;
import dev.perdure.machine.Outcome;
import dev.perdure.spi.AwaitSpec;
import dev.perdure.spi.Source;
import dev.perdure.store.Change;
import dev.perdure.store.RunImage.Letter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
            mail(strand, waiting(spec, List.of(mail.signal().name()), false, null));
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

    /** The outcome of something else is waited for, which comes as a signal of one of these names; since then, if not since now. */
    void outcome(Strand strand, AwaitSpec<?> spec, List<String> names, @Nullable Instant since) {
        strand.noted = false;
        mail(strand, waiting(spec, names, true, since));
    }

    /** Whether such an outcome is there already. */
    boolean has(LiveRun run, List<String> names) {
        return first(run, names) != null;
    }

    private Waiting.Mail waiting(AwaitSpec<?> spec, List<String> names, boolean outcome, @Nullable Instant since) {
        var limit = spec.deadline() != null ? spec.deadline() : spec.timeout();
        var from = since == null ? core.store.now() : since;
        var fallback = spec.fallback();
        return new Waiting.Mail(
                names,
                outcome,
                limit == null ? null : Core.after(from, limit),
                spec.deadline() != null,
                fallback != null,
                fallback == null ? null : fallback.get());
    }

    private void mail(Strand strand, Waiting.Mail mail) {
        var letter = first(strand.run, mail.names());
        var until = mail.until();
        if (letter != null) {
            strand.run.consume(letter);
            Voiding.consume(strand.run, mail.names());
            if (!mail.outcome()) received(strand, letter);
            steps.outcome(strand, outcome(strand, mail, letter));
        } else if (until != null && !until.isAfter(core.store.now())) {
            if (!mover.voiding().areVoid(strand, mail.names())) return;
            Voiding.consume(strand.run, mail.names());
            steps.outcome(strand, failed(mail, tooLate(strand, mail)));
        } else {
            boolean news = !strand.noted;
            strand.waiting = mail;
            strand.noted = true;
            steps.waitUntil(strand, until, news);
        }
    }

    private static Outcome failed(Waiting.Mail mail, Throwable failure) {
        return mail.fallback() && failure instanceof Exception ? Outcome.of(mail.otherwise()) : Outcome.failed(failure);
    }

    private void received(Strand strand, Letter letter) {
        var run = strand.run;
        var label = strand.label();
        run.then.add(() -> core.listener.received(run.id, label, letter.name()));
    }

    private Outcome outcome(Strand strand, Waiting.Mail mail, Letter letter) {
        var bytes = Sums.open(strand.run.id, letter.value());
        if (!mail.outcome()) return Outcome.of(core.checkpoints.value(strand.resultType(), bytes));
        var outcome = core.checkpoints.result(strand.resultType(), bytes);
        var child = Children.of(letter.name());
        if (child != null) strand.run.family.remove(child);
        if (outcome.failure() == null) return outcome;
        return failed(mail, child == null ? outcome.failure() : new RunFailed(child, outcome.failure()));
    }

    /** What came after a cancellation, and perhaps because of it, is not looked at before that has been carried out. */
    private static @Nullable Letter first(LiveRun run, List<String> names) {
        for (Letter letter : run.mailbox) {
            if (names.contains(letter.name())) return letter;
            if (run.cancelled == null && letter.name().equals(Change.CANCEL)) return null;
        }
        return null;
    }

    private static PerdureException tooLate(Strand strand, Waiting.Mail mail) {
        var text = strand.where() + " got "
                + (mail.outcome() ? "no outcome" : "no signal \"" + mail.names().get(0) + "\"") + " by " + mail.until();
        var late = mail.deadline() ? new DeadlineExceeded(text, null) : new AttemptTimedOut(text);
        return Traces.placed(late, strand.nearest());
    }
}
