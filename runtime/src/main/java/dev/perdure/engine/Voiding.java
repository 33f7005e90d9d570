package dev.perdure.engine;

import dev.perdure.engine.checkpoint.Sums;
import dev.perdure.store.Change;
import dev.perdure.store.Result;
import dev.perdure.store.RunImage.Letter;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ends awaits of what comes as a signal that may come once. Before an await is given up, the run uses the signal's deduplication
 * key itself: then nobody can be told any more that the signal was accepted. Whoever was faster is listened to.
 */
final class Voiding {
    private static final String VOID = "@void/";
    private static final byte[] NOTHING = {};
    private static final Duration LATER = Duration.ofMillis(500);

    private final Core core;
    private final Steps steps;
    private final Mover mover;

    Voiding(Core core, Steps steps, Mover mover) {
        this.core = core;
        this.steps = steps;
        this.mover = mover;
    }

    /** Whether signals of this name come at most once, under a key that is their name. */
    private static boolean isVoidable(String letter) {
        return letter.startsWith(Tokens.LETTER) || letter.startsWith(Transactions.LETTER);
    }

    /**
     * Whether none of these signals can come any more; true for those that may come often. If one still can, it is voided, and
     * then the strand is looked at again.
     */
    boolean areVoid(Strand strand, List<String> letters) {
        var usable = letters.stream()
                .filter(Voiding::isVoidable)
                .filter(letter -> find(strand.run, VOID + letter) == null)
                .toList();
        if (usable.isEmpty()) return true;
        if (strand.voiding) return false; // that is under way
        strand.beginVoiding();
        steps.waitUntil(strand, null, false);
        for (String letter : usable) tryToVoid(strand, letter);
        return false;
    }

    private void tryToVoid(Strand strand, String letter) {
        var run = strand.run;
        var voiding = new Change.Deliver(run.id, VOID + letter, Sums.seal(run.id, NOTHING), letter);
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
        if (strand.state != Strand.State.WAITING || !strand.voiding) return;
        strand.endVoiding();
        mover.again(strand);
    }

    /** Takes, with an await that has an outcome now, what says that its signals are void. */
    static void consume(LiveRun run, List<String> letters) {
        for (String letter : letters) {
            var voiding = isVoidable(letter) ? find(run, VOID + letter) : null;
            if (voiding != null) run.consume(voiding);
        }
    }

    /** The signal of this name in the mailbox, or null. */
    static @Nullable Letter find(LiveRun run, String name) {
        for (Letter letter : run.mailbox) if (letter.name().equals(name)) return letter;
        return null;
    }
}
