package dev.perdure.engine;

import dev.perdure.CancelledException;
import dev.perdure.engine.checkpoint.Sums;
import dev.perdure.engine.checkpoint.Waiting;
import dev.perdure.store.Change;
import dev.perdure.store.RunImage.Letter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Brings what comes into the mailboxes of runs that are in memory to those who wait for it. */
final class Mail {
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

    /** Takes up a cancellation, if there is one. */
    void look(LiveRun run) {
        if (run.cancelled != null) return;
        for (Letter letter : run.mailbox) {
            if (!letter.name().equals(Change.CANCEL)) continue;
            run.cancelled = letter;
            var cancellation = cancellation(run, letter);
            core.mover.children().cancelAll(run, "its parent was cancelled");
            core.mover.groups().cancel(run.main, cancellation);
            return;
        }
    }

    CancelledException cancellation(LiveRun run, Letter letter) {
        var reason = core.checkpoints.value(String.class, Sums.open(run.id, letter.value()));
        return new CancelledException("run \"" + run.id + "\" was cancelled: " + reason);
    }

    /** The cancellation has been dealt with; this is written with the next step. */
    void consumeCancellations(LiveRun run) {
        if (run.cancelled == null) return;
        run.cancelled = null;
        for (Letter letter : List.copyOf(run.mailbox)) {
            if (!letter.name().equals(Change.CANCEL)) continue;
            run.mailbox.remove(letter);
            run.consumed.add(letter.number());
        }
    }

    private void wake(Strand strand) {
        if (strand.state == Strand.State.WAITING && strand.waiting instanceof Waiting.Mail) core.mover.again(strand);
        var group = strand.group;
        if (group != null) for (Strand branch : new ArrayList<>(group.open.values())) wake(branch);
    }
}
