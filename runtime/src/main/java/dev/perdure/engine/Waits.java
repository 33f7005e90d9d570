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
    void reach(LiveRun run, AwaitSpec<?> spec) {
        run.tries = null;
        if (spec.source() instanceof Source.Delay<?> delay)
            sleep(run, Core.after(core.store.now(), delay.duration()), false);
        else if (spec.source() instanceof Source.Until<?> until) sleep(run, until.moment(), false);
        else if (spec.source() instanceof Source.Mail<?> mail)
            mail(run, waiting(spec, mail.signal().name()), false);
        else throw new IllegalStateException("nobody carries out " + spec.source());
    }

    /** A run is back in memory that waits. */
    void resume(LiveRun run, Waiting waiting) {
        if (waiting instanceof Waiting.Until until) {
            sleep(run, until.moment(), true);
        } else if (waiting instanceof Waiting.Mail mail) {
            mail(run, mail, true);
        } else if (waiting instanceof Waiting.Poll poll) {
            run.spec = poll.spec();
            mover.again(run);
        }
    }

    private void sleep(LiveRun run, Instant until, boolean saved) {
        var left = Duration.between(core.store.now(), until);
        if (left.isNegative() || left.isZero()) {
            over(run, saved);
        } else if (left.compareTo(core.options.parkThreshold) < 0) {
            run.sleep(
                    core.scheduler,
                    left,
                    () -> core.scheduler.execute(() -> mover.onWorker(run, any -> sleep(run, until, saved))));
        } else {
            steps.park(run, saved ? null : new Waiting.Until(until), Core.earlier(until, Core.FAR), null);
        }
    }

    /** A sleep that was saved needs no further record: it is over by the clock, whoever looks. */
    private void over(LiveRun run, boolean saved) {
        if (!saved) {
            steps.outcome(run, Outcome.of(null), List.of());
        } else {
            run.visits++;
            mover.deliver(run, Outcome.of(null));
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

    private void mail(LiveRun run, Waiting.Mail mail, boolean saved) {
        var letter = first(run, mail.name());
        var until = mail.until();
        if (letter != null) {
            run.mailbox.remove(letter);
            var top = run.top();
            var type = top.layout().point(top.point()).resultType();
            var value = core.checkpoints.value(type, Sums.open(run.id, letter.value()));
            steps.outcome(run, Outcome.of(value), List.of(letter.number()));
        } else if (until != null && !until.isAfter(core.store.now())) {
            var outcome = mail.fallback() ? Outcome.of(mail.otherwise()) : Outcome.failed(tooLate(run, mail));
            steps.outcome(run, outcome, List.of());
        } else {
            steps.park(run, saved ? null : mail, until, mail.name());
        }
    }

    private static @Nullable Letter first(LiveRun run, String name) {
        for (Letter letter : run.mailbox) if (letter.name().equals(name)) return letter;
        return null;
    }

    private static PerdureException tooLate(LiveRun run, Waiting.Mail mail) {
        var text = run.where() + " got no signal \"" + mail.name() + "\" by " + mail.until();
        var late = mail.deadline() ? new DeadlineExceeded(text, null) : new AttemptTimedOut(text);
        return Traces.placed(late, run.top());
    }
}
