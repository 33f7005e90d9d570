package dev.perdure.engine;

import dev.perdure.CancelledException;
import dev.perdure.engine.checkpoint.Sums;
import dev.perdure.engine.checkpoint.Waiting;
import dev.perdure.machine.Outcome;
import dev.perdure.store.Change;
import dev.perdure.store.RunImage.Letter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Brings what comes into the mailboxes of runs that are in memory to those who wait for it, and carries out what is urgent. */
final class Mail {
    /** The signal that makes the next attempt of what waits for one. */
    static final String RETRY = Change.URGENT + "retry";

    /** The signal that gives the current await its outcome. */
    static final String COMPLETE = Change.URGENT + "complete";

    private static final Duration LATER = Duration.ofMillis(500);

    private final Core core;

    Mail(Core core) {
        this.core = core;
    }

    /** A run that is owned has got a signal. */
    void came(String id) {
        var run = core.live.get(id);
        if (run != null) fetch(run);
        else if (!core.closed) core.scheduler.schedule(LATER, () -> again(id));
    }

    /** The run may have been on its way into memory. */
    private void again(String id) {
        var run = core.live.get(id);
        if (run != null) fetch(run);
    }

    /** Reads the mailbox. */
    void fetch(LiveRun run) {
        Answers.to(core.store.load(List.of(run.id)), (images, failure) -> {
            if (images == null) core.scheduler.schedule(LATER, () -> again(run.id));
            else if (!images.isEmpty() && images.get(0).owner() == run.lease.token())
                core.scheduler.execute(() ->
                        core.mover.turn(run.main, () -> take(run, images.get(0).mailbox())));
        });
    }

    private void take(LiveRun run, List<Letter> mailbox) {
        boolean news = false;
        for (Letter letter : mailbox) {
            if (letter.number() <= run.seen) continue;
            run.seen = letter.number();
            run.mailbox.add(letter);
            news = true;
        }
        if (!news) return;
        look(run);
        wake(run.main);
    }

    /** Carries out what is urgent. */
    void look(LiveRun run) {
        for (Letter letter : List.copyOf(run.mailbox)) {
            if (letter.name().equals(RETRY)) {
                consume(run, letter);
                retry(run.main);
            } else if (letter.name().equals(COMPLETE)) {
                complete(run, letter);
            } else if (letter.name().equals(Change.CANCEL) && run.cancelled == null) {
                run.cancelled = letter;
                core.mover.children().cancelAll(run, "its parent was cancelled");
                core.mover.groups().cancel(run.main, cancellation(run, letter));
            }
        }
    }

    CancelledException cancellation(LiveRun run, Letter letter) {
        var reason = core.checkpoints.value(String.class, Sums.open(run.id, letter.value()));
        return new CancelledException("run \"" + run.id + "\" was cancelled: " + reason);
    }

    private static void consume(LiveRun run, Letter letter) {
        run.mailbox.remove(letter);
        run.consumed.add(letter.number());
    }

    /** The cancellation has been dealt with; this is written with the next step. */
    void consumeCancellations(LiveRun run) {
        if (run.cancelled == null) return;
        run.cancelled = null;
        for (Letter letter : List.copyOf(run.mailbox)) if (letter.name().equals(Change.CANCEL)) consume(run, letter);
    }

    private void retry(Strand strand) {
        var tries = strand.tries;
        if (strand.state == Strand.State.WAITING && tries != null && tries.due() != null) {
            strand.tries = tries.atOnce();
            if (strand.waiting instanceof Waiting.Poll) strand.waiting = null;
            core.steps.wake(strand);
        }
        var group = strand.group;
        if (group != null) for (Strand branch : new ArrayList<>(group.open.values())) retry(branch);
    }

    /** An outcome by hand; of no use where nothing is awaited. */
    private void complete(LiveRun run, Letter letter) {
        consume(run, letter);
        var main = run.main;
        if (main.state == Strand.State.MOVING || main.state == Strand.State.RECORDED || run.ended != null) return;
        var value = core.checkpoints.value(main.resultType(), Sums.open(run.id, letter.value()));
        core.mover.groups().settle(main, Outcome.of(value));
    }

    private void wake(Strand strand) {
        if (strand.state == Strand.State.WAITING && strand.waiting instanceof Waiting.Mail) core.mover.again(strand);
        var group = strand.group;
        if (group != null) for (Strand branch : new ArrayList<>(group.open.values())) wake(branch);
    }
}
