package dev.perdure.tests.sim;

import static dev.perdure.Perdure.after;
import static dev.perdure.Perdure.all;
import static dev.perdure.Perdure.any;
import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.branch;
import static dev.perdure.Perdure.idempotencyKey;
import static dev.perdure.Perdure.quorum;
import static dev.perdure.Perdure.race;
import static dev.perdure.Perdure.runId;
import static dev.perdure.Perdure.sleepUntil;
import static dev.perdure.Perdure.spawn;
import static dev.perdure.Perdure.stage;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import dev.perdure.Callback;
import dev.perdure.CallbackFailed;
import dev.perdure.DeadlineExceeded;
import dev.perdure.Durable;
import dev.perdure.OutcomeUnknown;
import dev.perdure.Signal;
import java.util.List;

/** The flow that does what a program says. What it gives follows from the program, and {@link Oracle} knows it. */
public class Interpreter {
    static final Signal<Long> NUMBERS = Signal.of("numbers", Long.class);
    static final Signal<Long> NEWS = Signal.of("news", Long.class);
    static final Signal<Long> NEVER = Signal.of("never", Long.class);

    private final World world;

    /** In this world. */
    public Interpreter(World world) {
        this.world = world;
    }

    /** Does these one after the other. */
    @Durable
    public long run(List<Op> ops) throws Broken {
        long sum = Oracle.SEED;
        for (Op op : ops) sum = Oracle.mix(sum, perform(world.op(op)));
        return sum;
    }

    /** Does one. */
    @Durable
    public long perform(Op op) throws Broken {
        if (op instanceof Op.Call call)
            return await(() -> world.call(idempotencyKey(), call.site(), call.failures()))
                    .withRetry(retry -> retry.attempts(500).backoff(ofMillis(100), ofSeconds(20)))
                    .get();
        if (op instanceof Op.Fail fail)
            return await(() -> world.fail(idempotencyKey(), fail.site()))
                    .withRetry(2)
                    .get();
        if (op instanceof Op.Undoable undoable)
            return await(() -> world.call(World.key(runId(), undoable.site()), undoable.site(), 0))
                    .withUndo(value -> world.undo(runId(), undoable.site(), value))
                    .get();
        if (op instanceof Op.Once once) return once(once.site());
        if (op instanceof Op.Limited limited) return limited(limited);
        if (op instanceof Op.Refused refused) return refused(refused.site());
        if (op instanceof Op.Stage stage)
            return stage(() -> world.later(stage.site(), stage.millis())).get();
        if (op instanceof Op.Slow slow)
            return stage(() -> world.slow(idempotencyKey(), slow.site(), slow.dead()))
                    .withTimeout(ofMillis(slow.millis()))
                    .withRetry(retry -> retry.attempts(500).backoff(ofMillis(100), ofSeconds(5)))
                    .get();
        if (op instanceof Op.Poll poll)
            return await(new Ticket(world, poll.site(), poll.polls(), runId()))
                    .every(ofMillis(50), ofSeconds(5))
                    .get();
        if (op instanceof Op.Nap nap) return nap(nap.millis());
        if (op instanceof Op.Receive) return await(NUMBERS).get();
        if (op instanceof Op.News) return news();
        if (op instanceof Op.Callback callback) return callback(callback);
        if (op instanceof Op.InVain vain)
            return await(NEVER)
                    .withDeadline(ofMillis(vain.millis()))
                    .withFallback(Oracle.IN_VAIN)
                    .get();
        return compose(op);
    }

    private long nothing() {
        return Oracle.NOTHING;
    }

    @Durable
    long once(int site) {
        try {
            await(() -> world.once(idempotencyKey(), site)).atMostOnce().get();
        } catch (OutcomeUnknown lost) {
            await(() -> world.lost(site)).get();
        }
        return nothing();
    }

    @Durable
    long limited(Op.Limited op) {
        boolean gaveUp = false;
        try {
            await(() -> world.call(World.key(runId(), op.site()), op.site(), op.failures()))
                    .withRetry(retry -> retry.attempts(op.attempts()).backoff(ofMillis(100), ofSeconds(2)))
                    .get();
        } catch (IllegalStateException exhausted) {
            gaveUp = true;
        }
        if (gaveUp) await(() -> world.limited(runId(), op, true)).get();
        else await(() -> world.limited(runId(), op, false)).get();
        return nothing();
    }

    @Durable
    long refused(int site) {
        try {
            return await(() -> world.fail(World.key(runId(), site), site))
                    .withRetry(retry -> retry.attempts(500).delay(ofMillis(500)).abortOn(Broken.class))
                    .get();
        } catch (Broken refused) {
            await(() -> world.refused(runId(), site)).get();
            return Oracle.CAUGHT;
        }
    }

    @Durable
    long nap(int millis) {
        var due = await(() -> world.now().plusMillis(millis)).get();
        sleepUntil(due);
        await(() -> world.woke(due)).get();
        return millis;
    }

    @Durable
    long news() {
        long number = await(NEWS).get();
        await(() -> world.heard(runId(), idempotencyKey(), number)).get();
        return nothing();
    }

    @Durable
    long callback(Op.Callback op) {
        long answer = answer(op);
        await(() -> world.answered(runId(), op.site(), answer)).get();
        return op.millis() > 0 ? nothing() : answer;
    }

    @Durable
    long answer(Op.Callback op) {
        try {
            return await(Callback.of(Long.class, token -> world.hand(runId(), op, token)))
                    .withRetry(retry -> retry.attempts(500).backoff(ofMillis(100), ofSeconds(5)))
                    .withDeadline(op.millis() > 0 ? ofMillis(op.millis()) : World.AGES)
                    .get();
        } catch (CallbackFailed refused) {
            return Oracle.CAUGHT;
        } catch (DeadlineExceeded late) {
            return Oracle.IN_VAIN;
        }
    }

    @Durable
    long compose(Op op) throws Broken {
        if (op instanceof Op.Child child) {
            var handle =
                    spawn(Interpreter::run, child.body()).onQueue(world.queue).get();
            return await(handle).get();
        }
        if (op instanceof Op.Parallel parallel)
            return sum(all(parallel.bodies(), body -> branch(() -> run(body)))
                    .withConcurrency(parallel.atOnce())
                    .get());
        if (op instanceof Op.Either either)
            return Oracle.mix(
                    Oracle.SEED,
                    any(branch(() -> run(either.failing())), branch(() -> run(either.body())))
                            .get());
        if (op instanceof Op.Most most)
            return sum(quorum(
                            2,
                            branch(() -> run(most.one())),
                            branch(() -> run(most.failing())),
                            branch(() -> run(most.other())))
                    .get());
        if (op instanceof Op.Race race) {
            race(branch(() -> ignored(race.body())), after(ofMillis(race.millis())))
                    .get();
            return nothing();
        }
        return guarded((Op.Guarded) op);
    }

    private long sum(List<Long> values) {
        long sum = Oracle.SEED;
        for (long each : values) sum = Oracle.mix(sum, each);
        return sum;
    }

    @Durable
    void ignored(List<Op> body) throws Broken {
        run(body);
    }

    @Durable
    long guarded(Op.Guarded op) throws Broken {
        try {
            return run(op.body());
        } catch (Broken broken) {
            return Oracle.CAUGHT;
        } finally {
            await(() -> world.call(idempotencyKey(), op.site(), 1))
                    .withRetry(500)
                    .get();
        }
    }
}
