package dev.perdure.tests.sim;

import dev.perdure.store.Change;
import dev.perdure.store.Change.Next;
import dev.perdure.store.Claim;
import dev.perdure.store.ForwardingStore;
import dev.perdure.store.Lease;
import dev.perdure.store.QueueLimits;
import dev.perdure.store.Queues;
import dev.perdure.store.Result;
import dev.perdure.store.RunImage;
import dev.perdure.store.RunImage.Status;
import dev.perdure.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The reference model: what a store has to answer, by plain maps, held against what the store below answers, at the moment when
 * it is asked. It is also the last to know what became of each run.
 */
final class Truth extends ForwardingStore {
    /** A run as the model has it. */
    static final class Known {
        final String id;
        final String method;
        final String digest;
        final String queue;
        Status status = Status.READY;
        long owner;

        @Nullable
        Instant dueAt;

        @Nullable
        String waits;

        @Nullable
        String problem;

        final TreeMap<Long, String> mailbox = new TreeMap<>();
        final Set<String> dedups = new HashSet<>();
        long lastLetter;

        /** How often a node may have lost what it had done for it: another one took over, or a step was rejected. */
        int losses;

        Known(Change.Start start) {
            id = start.run();
            method = start.method();
            digest = start.digest();
            queue = start.placement().queue();
        }

        boolean same(Change.Start start) {
            return method.equals(start.method()) && digest.equals(start.digest());
        }

        boolean wakesOf(String name) {
            return status == Status.PARKED && Next.Park.wakes(name, waits);
        }
    }

    private final Universe universe;
    private final Map<String, Known> runs = new TreeMap<>();
    private final Map<String, Lease> leases = new HashMap<>();
    private final Places places;
    private long lastToken;

    Truth(Store store, Universe universe) {
        super(store);
        this.universe = universe;
        this.places = new Places(universe);
    }

    /** All runs that were ever started. */
    Collection<Known> runs() {
        return runs.values();
    }

    @Nullable
    Known run(String id) {
        return runs.get(id);
    }

    /** How often a node may have lost what it had done for a run. */
    int losses(String id) {
        var run = runs.get(id);
        return run == null ? 0 : run.losses;
    }

    /** The parked runs that a signal of this name will wake. */
    List<Known> waitingFor(String name) {
        return runs.values().stream().filter(run -> run.wakesOf(name)).toList();
    }

    private boolean holds(Lease lease) {
        var held = leases.get(lease.node());
        return held != null && held.token() == lease.token() && held.until().isAfter(now());
    }

    private boolean holds(long token) {
        return leases.values().stream()
                .anyMatch(lease -> lease.token() == token && lease.until().isAfter(now()));
    }

    @Override
    public CompletableFuture<List<Result>> commit(List<? extends Change> changes) {
        var answer = super.commit(changes);
        var results = answer.join();
        for (var i = 0; i < results.size(); i++) {
            var change = changes.get(i);
            var expected = apply(change);
            universe.trace(change.getClass().getSimpleName() + " " + change.run() + " " + next(change) + expected);
            if (results.get(i).status() != expected)
                universe.violated("G7: " + change + " gave " + results.get(i) + " where the model says " + expected);
        }
        return answer;
    }

    private static String next(Change change) {
        return change instanceof Change.Step step ? step.next().getClass().getSimpleName() + " " : "";
    }

    private Result.Status apply(Change change) {
        if (change instanceof Change.Start start) return start(start);
        if (change instanceof Change.Step step) return step(step);
        if (change instanceof Change.Deliver deliver) return deliver(deliver);
        var run = runs.get(change.run());
        if (run == null) return Result.Status.UNKNOWN;
        if (run.status.terminal()) return Result.Status.ENDED;
        if (run.status != Status.STUCK) return Result.Status.EXISTS;
        ready(run);
        return Result.Status.APPLIED;
    }

    private Result.Status start(Change.Start start) {
        var owner = start.owner();
        if (owner != null && !holds(owner)) return Result.Status.FENCED;
        var known = runs.get(start.run());
        if (known != null) return known.same(start) ? Result.Status.EXISTS : Result.Status.CONFLICT;
        var run = new Known(start);
        runs.put(run.id, run);
        if (owner != null) own(run, owner);
        if (start.notBefore() != null) {
            run.status = Status.PARKED;
            run.dueAt = start.notBefore();
        }
        return Result.Status.APPLIED;
    }

    private Result.Status step(Change.Step step) {
        var run = runs.get(step.run());
        if (run == null) return Result.Status.FENCED;
        if (run.status != Status.OWNED || run.owner != step.owner().token() || !holds(step.owner())) {
            run.losses++;
            return Result.Status.FENCED;
        }
        if (step.next() instanceof Next.End && cancelled(run, step.consumed())) return Result.Status.CONFLICT;
        for (var start : step.starts()) {
            var known = runs.get(start.run());
            if (known != null && !known.same(start)) return Result.Status.CONFLICT;
        }
        step.starts().forEach(this::start);
        step.sends().forEach(this::deliver);
        for (var number : step.consumed())
            if (run.mailbox.remove(number) == null)
                universe.violated("G9: " + run.id + " takes signal " + number + " that is not in its mailbox");
        next(run, step.next());
        return Result.Status.APPLIED;
    }

    private static boolean cancelled(Known run, List<Long> consumed) {
        return run.mailbox.entrySet().stream()
                .anyMatch(letter -> letter.getValue().equals(Change.CANCEL) && !consumed.contains(letter.getKey()));
    }

    private void next(Known run, Next next) {
        if (next instanceof Next.Move) return;
        run.owner = 0;
        if (next instanceof Next.Yield) ready(run);
        else if (next instanceof Next.Park park) {
            run.status = Status.PARKED;
            run.dueAt = park.dueAt();
            run.waits = park.text();
            if (run.mailbox.entrySet().stream().anyMatch(letter -> park.isEndedBy(letter.getValue(), letter.getKey())))
                ready(run);
        } else if (next instanceof Next.Stick stick) {
            run.status = Status.STUCK;
            run.problem = stick.problem();
        } else {
            run.status = Status.DONE;
            run.mailbox.clear();
        }
        places.rested(run.id, run.status.terminal() || run.status == Status.STUCK);
    }

    private Result.Status deliver(Change.Deliver deliver) {
        var run = runs.get(deliver.run());
        if (run == null) return Result.Status.UNKNOWN;
        var dedup = deliver.dedup();
        if (dedup != null && run.dedups.contains(dedup)) return Result.Status.EXISTS;
        if (run.status.terminal()) return Result.Status.ENDED;
        if (dedup != null) run.dedups.add(dedup);
        run.mailbox.put(++run.lastLetter, deliver.name());
        if (run.wakesOf(deliver.name())) ready(run);
        return Result.Status.APPLIED;
    }

    private static void ready(Known run) {
        run.status = Status.READY;
        run.owner = 0;
        run.dueAt = null;
        run.waits = null;
        run.problem = null;
    }

    private static void own(Known run, Lease lease) {
        run.status = Status.OWNED;
        run.owner = lease.token();
        run.dueAt = null;
        run.waits = null;
    }

    @Override
    public CompletableFuture<List<RunImage>> claim(Lease lease, Claim claim) {
        places.forget(now());
        var answer = super.claim(lease, claim);
        if (answer.isCompletedExceptionally()) {
            if (holds(lease)) universe.violated("the claim of a current lease was refused: " + lease);
            return answer;
        }
        if (!holds(lease)) universe.violated("G7: the claim of a lease that is over was served: " + lease);
        // In a queue with limits a run that is due becomes ready when a claim comes by, whether or not there is a place
        // for it.
        for (var run : runs.values())
            if (run.status == Status.PARKED
                    && claimable(run)
                    && places.isLimited(run.queue)
                    && claim.methods().contains(run.method)) ready(run);
        var images = answer.join();
        if (images.size() > claim.max()) universe.violated("more runs were handed out than were asked for");
        for (var image : images) {
            universe.trace("claimed " + image.id() + " for " + lease.token());
            var run = runs.get(image.id());
            if (run == null) universe.violated("a run was handed out that was never started: " + image.id());
            else claimed(run, image, lease, claim);
        }
        return answer;
    }

    private void claimed(Known run, RunImage image, Lease lease, Claim claim) {
        if (!claimable(run))
            universe.violated("G7, G8: " + run.id + " was handed out while " + run.status + ", due " + run.dueAt
                    + ", owned by " + run.owner);
        if (!claim.methods().contains(run.method))
            universe.violated("G16: " + run.id + " was handed to the wrong node");
        if (run.status == Status.OWNED) run.losses++;
        var letters = image.mailbox().stream().map(RunImage.Letter::number).toList();
        if (!letters.equals(List.copyOf(run.mailbox.keySet())))
            universe.violated("G9: " + run.id + " has signals " + letters + ", and should have " + run.mailbox);
        own(run, lease);
        places.took(run.id, image.placement(), lease.token(), super.now());
    }

    private boolean claimable(Known run) {
        return switch (run.status) {
            case READY -> true;
            case PARKED -> run.dueAt != null && !run.dueAt.isAfter(now());
            case OWNED -> !holds(run.owner);
            default -> false;
        };
    }

    @Override
    public CompletableFuture<Lease> join(String node, Duration length) {
        var answer = super.join(node, length);
        var lease = answer.join();
        if (lease.token() <= lastToken) universe.violated("G7: token " + lease.token() + " after " + lastToken);
        lastToken = lease.token();
        leases.put(node, lease);
        return answer;
    }

    @Override
    public CompletableFuture<Lease> renew(Lease lease, Duration length) {
        var answer = super.renew(lease, length);
        if (answer.isCompletedExceptionally() == holds(lease))
            universe.violated("G7: renewing " + lease + " went otherwise than the model says");
        if (!answer.isCompletedExceptionally()) leases.put(lease.node(), answer.join());
        return answer;
    }

    @Override
    public CompletableFuture<Void> leave(Lease lease) {
        if (holds(lease)) {
            leases.remove(lease.node());
            for (var run : runs.values()) {
                if (run.status != Status.OWNED || run.owner != lease.token()) continue;
                ready(run);
                places.rested(run.id, false);
            }
        }
        return super.leave(lease);
    }

    @Override
    public CompletableFuture<Instant> nextDue(Set<String> methods, Queues queues) {
        places.forget(now());
        return super.nextDue(methods, queues);
    }

    @Override
    public CompletableFuture<Void> limit(QueueLimits limits) {
        places.limit(limits);
        return super.limit(limits);
    }
}
