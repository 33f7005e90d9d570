package dev.perdure.engine;

import dev.perdure.InvalidArgument;
import dev.perdure.PerdureException;
import dev.perdure.StoreUnavailable;
import dev.perdure.Tx;
import dev.perdure.engine.checkpoint.Sums;
import dev.perdure.engine.checkpoint.Tries;
import dev.perdure.engine.method.Traces;
import dev.perdure.engine.policy.Retries;
import dev.perdure.machine.Outcome;
import dev.perdure.spi.AwaitSpec;
import dev.perdure.store.Change;
import dev.perdure.store.Change.Frames;
import dev.perdure.store.Change.Next;
import dev.perdure.store.JoinableStore;
import dev.perdure.store.LeaseLost;
import dev.perdure.store.Result;
import dev.perdure.store.RunImage.Letter;
import java.lang.reflect.Type;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Work in transactions of the store's database. With what it writes it commits its outcome, as a signal to its own run that can
 * come once: whoever does the work again, after a crash or a commit of which nobody knows, finds the signal there, and rolls back.
 */
final class Transactions {
    /** How the names of these signals begin; then comes the await's key. */
    static final String LETTER = "@tx/";

    private static final Duration LATER = Duration.ofMillis(500);

    private final Core core;
    private final Steps steps;
    private final Mover mover;

    Transactions(Core core, Steps steps, Mover mover) {
        this.core = core;
        this.steps = steps;
        this.mover = mover;
    }

    /** The work was done before, by somebody. */
    private static final class Done extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** A transaction is reached, or due again. */
    void reach(Strand strand, AwaitSpec<?> spec, Tx.Work<?, ?> work) {
        var store = core.store.joinable();
        var letter = Voiding.find(strand.run, LETTER + strand.key());
        if (letter != null) {
            taken(strand, letter);
        } else if (store == null) {
            var without = new InvalidArgument("the store of this engine, a "
                    + core.store.getClass().getSimpleName() + ", has no transactions for " + strand.where()
                    + "; use a LocalStore, in tests too, or a PostgresStore");
            steps.outcome(strand, Outcome.failed(Traces.placed(without, strand.nearest())));
        } else if (!isLate(strand, spec) || mover.voiding().areVoid(strand, List.of(LETTER + strand.key()))) {
            Voiding.consume(strand.run, List.of(LETTER + strand.key()));
            var tries = mover.calls().begin(strand, spec);
            if (tries != null) attempt(strand, spec, tries, store, work);
        }
    }

    private boolean isLate(Strand strand, AwaitSpec<?> spec) {
        var tries = strand.tries;
        var deadline = tries == null ? null : Calls.deadline(spec, tries);
        return deadline != null && !deadline.isAfter(core.store.now());
    }

    private void attempt(Strand strand, AwaitSpec<?> spec, Tries tries, JoinableStore store, Tx.Work<?, ?> work) {
        core.options.policies.check(spec.options());
        var place = new Place(strand.run, LETTER + strand.key(), strand.where(), strand.resultType());
        var left = Retries.left(Calls.deadline(spec, tries), core.store.now());
        Attempt.Invocation invocation = () -> carryOut(
                place,
                store,
                connection -> core.attempts.run(
                        () -> work.in(connection), place.where(), spec.timeout(), left, spec.options()));
        mover.calls().start(strand, tries.attempts() + 1, invocation, ending(strand, spec, tries, invocation));
    }

    /** The user's work, under its policies. */
    private interface Guarded {
        @Nullable
        Object in(Connection connection) throws Throwable;
    }

    /** The mailbox in which the outcome lies. */
    private record Committed(List<Letter> mailbox) {}

    /** Where a transaction belongs, for the thread that carries it out. */
    private record Place(LiveRun run, String letter, String where, Type type) {}

    private Attempt.Ending ending(Strand strand, AwaitSpec<?> spec, Tries tries, Attempt.Invocation invocation) {
        return (value, failure) -> {
            if (value instanceof Committed committed) taken(strand, committed.mailbox());
            else if (failure instanceof LeaseLost) steps.fenced(strand.run);
            else if (failure instanceof StoreUnavailable) {
                // Nobody knows whether it was committed, so it is no failure of the await: whoever does it again finds
                // out.
                mover.calls()
                        .startLater(
                                strand,
                                tries.attempts() + 1,
                                LATER,
                                invocation,
                                ending(strand, spec, tries, invocation));
            } else if (failure != null) {
                mover.calls().failed(strand, spec, tries, mover.calls().mapped(strand, failure), null);
            }
        };
    }

    /** All that has come is taken note of, so that what this await takes is not heard of again. */
    private void taken(Strand strand, List<Letter> mailbox) {
        core.mail.take(strand.run, mailbox);
        taken(strand, Objects.requireNonNull(Voiding.find(strand.run, LETTER + strand.key()), "what was committed"));
    }

    private void taken(Strand strand, Letter letter) {
        strand.run.consume(letter);
        Voiding.consume(strand.run, List.of(letter.name()));
        var outcome = core.checkpoints.result(strand.resultType(), Sums.open(strand.run.id, letter.value()));
        mover.calls().succeeded(strand, outcome.value());
    }

    private Committed carryOut(Place place, JoinableStore store, Guarded work) throws Throwable {
        try {
            store.transaction(connection -> {
                record(place, store, connection, work.in(connection));
                return "";
            });
        } catch (Done before) {
            // Rolled back: what was committed then counts.
        }
        return committed(place);
    }

    private void record(Place place, JoinableStore store, Connection connection, @Nullable Object value) throws Done {
        var run = place.run();
        var bytes = core.checkpoints.result(place.type(), Outcome.of(value));
        Limits.check("the outcome of " + place.where(), bytes.length, core.limits.valueBytes(), "a reference to it");
        var outcome = new Change.Deliver(run.id, place.letter(), Sums.seal(run.id, bytes), place.letter());
        var owned = new Change.Step(run.id, run.lease, new Frames.Same(), List.of(), new Next.Move());
        var results = store.commit(connection, List.of(owned, outcome));
        var taken = results.get(1).status();
        if (results.get(0).applied() && taken == Result.Status.EXISTS) throw new Done();
        if (!results.get(0).applied() || taken != Result.Status.APPLIED) throw new LeaseLost(run.lease);
    }

    private Committed committed(Place place) throws Throwable {
        try {
            for (var image : core.store.load(List.of(place.run().id)).join())
                for (Letter letter : image.mailbox())
                    if (letter.name().equals(place.letter())) return new Committed(image.mailbox());
        } catch (CompletionException wrapped) {
            throw Failures.unwrap(wrapped) instanceof PerdureException known ? known : wrapped;
        }
        throw new IllegalStateException("the outcome of " + place.where() + " was committed, and is not there");
    }
}
