package dev.perdure.tests.sim;

import dev.perdure.CallbackRejected;
import dev.perdure.StartOptions;
import dev.perdure.StoreUnavailable;
import dev.perdure.engine.Engine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** What is outside of all runs, and survives all nodes. It checks what it can see. */
final class World {
    static final Duration AGES = Duration.ofDays(1_000);
    private static final int LATEST_ANSWER = 6_000_000;
    private static final int AGAIN = 1_000_000;

    private final Universe universe;
    private final boolean calm;
    private final List<Op> ops = new ArrayList<>();
    private final Map<String, Integer> attempts = new HashMap<>();
    private final Map<String, Set<Integer>> undone = new HashMap<>();
    private final Map<String, String> heard = new HashMap<>();
    private final Set<String> once = new HashSet<>();
    private final Set<String> accepted = new HashSet<>();
    private final Set<String> late = new HashSet<>();

    /** The queue of children. */
    String queue = StartOptions.DEFAULT_QUEUE;

    /** Where those outside answer. */
    @Nullable
    Engine desk;

    /** How often what was done for a run may have been lost. */
    ToIntFunction<String> losses = run -> 0;

    /** A world; in a calm one nothing fails but what is meant to. */
    World(Universe universe, boolean calm) {
        this.universe = universe;
        this.calm = calm;
    }

    /** Keeps a part of a program, which is found under what this gives. */
    Op keep(Op op) {
        ops.add(op);
        return new Op.At(ops.size() - 1);
    }

    /** A part of a program. */
    Op op(Op op) {
        return op instanceof Op.At at ? ops.get(at.number()) : op;
    }

    static String key(String run, int site) {
        return run + "!" + site;
    }

    /** Fails so many times per key, and then gives the site's value. */
    long call(String key, int site, int failures) {
        var attempt = attempts.merge(key, 1, Integer::sum);
        universe.trace("call " + key + " " + site + " " + attempt);
        if (attempt <= failures) throw new IllegalStateException("not yet: s" + site);
        return Oracle.value(site);
    }

    /** Somebody has got the value of such a call, or given up. */
    long limited(String run, Op.Limited op, boolean gaveUp) {
        int made = attempts.getOrDefault(key(run, op.site()), 0);
        universe.trace("limited " + op + " " + made + (gaveUp ? " in vain" : ""));
        boolean wrong = calm
                ? gaveUp != op.failures() >= op.attempts() || made != Math.min(op.failures() + 1, op.attempts())
                : made > op.attempts() + losses.applyAsInt(run) || (!gaveUp && made <= op.failures());
        if (wrong) universe.violated("G3: " + made + " attempts of " + op + (gaveUp ? " in vain" : "") + " in " + run);
        return 0;
    }

    /** Fails. */
    long fail(String key, int site) throws Broken {
        attempts.merge(key, 1, Integer::sum);
        universe.trace("fail " + key);
        throw new Broken("s" + site);
    }

    /** Somebody has heard that. */
    long refused(String run, int site) {
        int made = attempts.getOrDefault(key(run, site), 0);
        if (made > 1 + losses.applyAsInt(run) || made < 1)
            universe.violated("G3: " + made + " attempts at s" + site + " of " + run + ", where the first ends it");
        return 0;
    }

    /** Must not be called twice with a key. */
    long once(String key, int site) {
        universe.trace("once " + key);
        if (!once.add(key)) universe.violated("G4: called twice, at most once was asked: " + key + " at s" + site);
        return Oracle.value(site);
    }

    /** Somebody does not know whether. */
    long lost(int site) {
        universe.trace("lost " + site);
        if (calm) universe.violated("G4: nothing has failed, and yet it is not known whether s" + site + " was called");
        return 0;
    }

    /** Takes back what was done at a site; some of this fails at first. */
    void undo(String run, int site, long value) {
        universe.trace("undo " + run + " " + site);
        if (value != Oracle.value(site) || !attempts.containsKey(key(run, site)))
            universe.violated("G11: s" + site + " of " + run + " was undone with " + value);
        if (site % 3 == 0 && attempts.merge("undo " + key(run, site), 1, Integer::sum) == 1)
            throw new IllegalStateException("not yet: undo of s" + site);
        undone.computeIfAbsent(run, any -> new LinkedHashSet<>()).add(site);
    }

    /** What of a run was undone, in this order. */
    Set<Integer> undone(String run) {
        return undone.getOrDefault(run, Set.of());
    }

    /** Whether this was done, as far as can be seen here. */
    boolean isDone(String run, int site) {
        return attempts.containsKey(key(run, site));
    }

    /** Gives the site's value later. */
    CompletionStage<Long> later(int site, int millis) {
        var answer = new CompletableFuture<Long>();
        universe.trace("later " + site);
        universe.after(millis * 1000L, () -> answer.complete(Oracle.value(site)));
        return answer;
    }

    /** Gives the site's value at once, but never the first times. */
    CompletionStage<Long> slow(String key, int site, int dead) {
        var attempt = attempts.merge(key, 1, Integer::sum);
        universe.trace("slow " + key + " " + attempt);
        return attempt > dead ? CompletableFuture.completedFuture(Oracle.value(site)) : new CompletableFuture<>();
    }

    int polled(String key) {
        return attempts.merge(key, 1, Integer::sum);
    }

    Instant now() {
        return universe.instant();
    }

    /** A sleeper has woken. */
    void woke(Instant due) {
        universe.trace("woke " + due);
        if (universe.latest().isBefore(due)) universe.violated("G8: woke before " + due + ", at " + universe.instant());
    }

    /** A run has got something that was published. */
    long heard(String run, String key, long number) {
        universe.trace("heard " + number + " " + key);
        var before = heard.putIfAbsent(run + " " + number, key);
        if (before != null && !before.equals(key))
            universe.violated(
                    "G9: " + run + " got what was published once, " + number + ", at " + before + " and " + key);
        return 0;
    }

    /** Is handed a token, and answers some time. */
    void hand(String run, Op.Callback op, String token) {
        var key = key(run, op.site());
        universe.trace("hand " + key);
        universe.after(universe.random.nextInt(LATEST_ANSWER), () -> answer(key, op, token));
        if (op.site() % 4 == 0 && attempts.merge("hand " + key, 1, Integer::sum) == 1)
            throw new IllegalStateException("not yet: hand s" + op.site());
    }

    private void answer(String key, Op.Callback op, String token) {
        if (desk == null) return;
        try {
            if (op.refused()) desk.fail(token, "no");
            else desk.complete(token, Oracle.value(op.site()));
            universe.trace("answered " + key);
            accepted.add(key);
            if (late.contains(key)) universe.violated("G9: the answer to " + key + " was accepted after its deadline");
        } catch (CallbackRejected tooLate) {
            universe.trace("rejected " + key);
        } catch (StoreUnavailable planned) {
            universe.after(universe.random.nextInt(AGAIN), () -> answer(key, op, token));
        }
    }

    /** A run has got an answer, or did not wait any longer. */
    long answered(String run, int site, long answer) {
        var key = key(run, site);
        universe.trace("got " + answer + " for " + key);
        if (answer != Oracle.IN_VAIN) return 0;
        late.add(key);
        if (accepted.contains(key)) universe.violated("G9: the answer to " + key + " was accepted, and did not arrive");
        return 0;
    }
}
