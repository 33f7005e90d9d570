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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Brings what comes into the mailboxes of runs that are in memory to those who wait for it, and carries out what is urgent. */
final class Mail {
    /** The signal that makes the next attempt of what waits for one. */
    static final String RETRY = Change.URGENT + "retry";

    /** The signal that gives the current await its outcome. */
    static final String COMPLETE = Change.URGENT + "complete";

    private static final Duration LATER = Duration.ofMillis(500);

    private static final Duration FORGOTTEN = Duration.ofMinutes(5);

    private final Core core;
    private final Set<String> early = ConcurrentHashMap.newKeySet();

    Mail(Core core) {
        this.core = core;
    }

    /** A run that is owned has got a signal. */
    void came(String id) {
        var run = core.live.get(id);
        if (run != null && !run.leaving) {
            fetch(run);
        } else if (!core.closed
                && early.add(id)) { // it may be on its way into memory, perhaps before it is known to have left
            core.scheduler.schedule(FORGOTTEN, () -> early.remove(id));
            var meanwhile = core.live.get(id);
            if (meanwhile != null && !meanwhile.leaving) admitted(meanwhile);
        }
    }

    /** A run has come into memory, as it was before its latest mail came, perhaps. */
    void admitted(LiveRun run) {
        if (early.remove(run.id)) fetch(run);
    }

    /** Reads the mailbox; once for all that asked for it before it is read. */
    void fetch(LiveRun run) {
        if (run.mail.getAndIncrement() == 0) core.scheduler.execute(() -> read(run));
    }

    private void read(LiveRun run) {
        int asked = run.mail.get();
        Answers.ask(() -> core.store.load(List.of(run.id)), (images, failure) -> {
            if (run.stopped()) return;
            if (images == null) {
                core.scheduler.schedule(LATER, () -> read(run));
                return;
            }
            boolean again = !run.mail.compareAndSet(asked, 0);
            if (images.isEmpty() || images.get(0).owner() != run.lease.token()) return;
            core.scheduler.execute(() ->
                    core.mover.turn(run.main, () -> take(run, images.get(0).mailbox())));
            if (again) core.scheduler.execute(() -> read(run));
        });
    }

    /** What of a mailbox is new comes to those who wait for it; in a turn. */
    void take(LiveRun run, List<Letter> mailbox) {
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
                run.consume(letter);
                retry(run.main);
            } else if (letter.name().equals(COMPLETE)) {
                complete(run, letter);
            } else if (letter.name().equals(Change.CANCEL) && run.cancelled == null) {
                takeUp(run, letter);
                core.mover.groups().cancelling().cancel(run.main, cancellation(run, letter));
                wake(run.main);
            }
        }
    }

    private void takeUp(LiveRun run, Letter letter) {
        run.cancelled = letter;
        core.listener.cancelled(run.id, reason(run, letter));
        core.mover.children().cancelAll(run, "its parent was cancelled");
    }

    /** A run comes in again that was cancelled: takes that up, before anything of it goes on. */
    @Nullable
    CancelledException calledOff(Strand main) {
        var run = main.run;
        if (main.cancelling || main.unwinding() || run.cancelled != null) return null;
        for (Letter letter : run.mailbox) {
            if (!letter.name().equals(Change.CANCEL)) continue;
            takeUp(run, letter);
            return cancellation(run, letter);
        }
        return null;
    }

    CancelledException cancellation(LiveRun run, Letter letter) {
        return new CancelledException("run \"" + run.id + "\" was cancelled: " + reason(run, letter));
    }

    private String reason(LiveRun run, Letter letter) {
        return "" + core.checkpoints.value(String.class, Sums.open(run.id, letter.value()));
    }

    /** The cancellation has been dealt with; this is written with the next step. */
    void consumeCancellations(LiveRun run) {
        if (run.cancelled == null) return;
        run.cancelled = null;
        for (Letter letter : List.copyOf(run.mailbox)) if (letter.name().equals(Change.CANCEL)) run.consume(letter);
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
        run.consume(letter);
        var main = run.main;
        if (main.state == Strand.State.MOVING || main.state == Strand.State.RECORDED || run.ended != null) return;
        var value = core.checkpoints.value(main.resultType(), Sums.open(run.id, letter.value()));
        core.mover.groups().cancelling().settle(main, Outcome.of(value));
    }

    private void wake(Strand strand) {
        if (strand.state == Strand.State.WAITING && (strand.waiting instanceof Waiting.Mail || strand.voiding))
            core.mover.again(strand);
        var group = strand.group;
        if (group != null) for (Strand branch : new ArrayList<>(group.open.values())) wake(branch);
    }
}
