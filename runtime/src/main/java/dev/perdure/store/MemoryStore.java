package dev.perdure.store;

import dev.perdure.store.Change.Next;
import dev.perdure.store.RunImage.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A store in memory, for tests and simulation. It is as durable as the object: an engine on it can be thrown away and another
 * one put on it, and several engines can share it, each under its own node name. Every operation is done when it returns, on
 * the caller's thread. In a queue with limits per key, a claim passes all that wait there. Safe for use by many threads.
 */
public final class MemoryStore implements Store {
    private final Clock clock;
    private final TreeMap<String, MemoryRun> runs = new TreeMap<>();
    private final TreeMap<String, MemoryLine> lines = new TreeMap<>();
    private final Map<List<String>, MemoryRun> marked = new HashMap<>();
    private final MemoryLeases leases = new MemoryLeases();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<String>> readers = new CopyOnWriteArrayList<>();
    private final Set<String> mailed = new LinkedHashSet<>();
    private final Object lock = new Object();
    private long started;
    private boolean work;

    /** A store with nothing in it. This clock decides about due times and leases. */
    public MemoryStore(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    @Override
    public CompletableFuture<Lease> join(String node, Duration length) {
        return locked(() -> {
            work = true;
            return leases.join(node, length, now());
        });
    }

    @Override
    public CompletableFuture<Lease> renew(Lease lease, Duration length) {
        return locked(() -> leases.renew(lease, length, now()));
    }

    @Override
    public CompletableFuture<Void> leave(Lease lease) {
        return locked(() -> {
            if (leases.end(lease, now()))
                for (var run : List.copyOf(leases.ownedBy(lease.token()))) {
                    leases.disown(run);
                    makeReady(run);
                    line(run).rest(run);
                    run.updatedAt = now();
                }
            return null;
        });
    }

    @Override
    public CompletableFuture<List<Result>> commit(List<? extends Change> changes) {
        return locked(() -> {
            var results = new ArrayList<Result>(changes.size());
            for (Change change : changes) results.add(apply(change));
            return List.copyOf(results);
        });
    }

    private Result apply(Change change) {
        if (change instanceof Change.Start start) return start(start);
        if (change instanceof Change.Step step) return step(step);
        if (change instanceof Change.Resume resume) return resume(resume);
        return deliver((Change.Deliver) change);
    }

    private Result resume(Change.Resume resume) {
        var run = runs.get(resume.run());
        if (run == null) return Result.of(Result.Status.UNKNOWN);
        if (run.status.terminal()) return Result.of(Result.Status.ENDED);
        if (run.status != Status.STUCK) return Result.of(Result.Status.EXISTS);
        run.problem = null;
        run.crashes = 0;
        run.updatedAt = now();
        makeReady(run);
        return Result.APPLIED;
    }

    private Result start(Change.Start start) {
        var owner = start.owner();
        if (owner != null && !leases.holds(owner, now())) return Result.of(Result.Status.FENCED);
        var known = runs.get(start.run());
        if (known != null) {
            boolean same = known.method.equals(start.method()) && known.digest.equals(start.digest());
            return Result.of(same ? Result.Status.EXISTS : Result.Status.CONFLICT);
        }
        var twin = start.dedup() == null ? null : marked.get(mark(start.placement(), start.dedup()));
        if (twin != null) return Result.duplicateOf(twin.id);
        var run = new MemoryRun(start, ++started, now());
        runs.put(run.id, run);
        line(run);
        if (run.dedup != null) marked.put(mark(run.placement, run.dedup), run);
        if (owner != null) own(run, owner);
        else if (start.notBefore() == null) makeReady(run);
        else park(run, new Next.Park(start.notBefore(), Set.of()));
        if (owner == null) work = true; // also of one that begins later: whoever waits for time has to look again
        return Result.APPLIED;
    }

    private static List<String> mark(Placement placement, String dedup) {
        return List.of(placement.queue(), dedup);
    }

    private MemoryLine line(MemoryRun run) {
        return line(run.placement.queue());
    }

    private MemoryLine line(String queue) {
        return lines.computeIfAbsent(queue, any -> new MemoryLine());
    }

    private Result step(Change.Step step) {
        var run = runs.get(step.run());
        var owner = step.owner();
        if (run == null || run.owner != owner.token() || !leases.holds(owner, now()))
            return Result.of(Result.Status.FENCED);
        if (step.next() instanceof Next.End && run.hasOther(Change.CANCEL, step.consumed()))
            return Result.of(Result.Status.CONFLICT);
        for (var start : step.starts()) if (taken(start)) return Result.of(Result.Status.CONFLICT);
        step.starts().forEach(this::start);
        step.sends().forEach(this::deliver);
        run.write(step.frame());
        run.consume(step.consumed());
        run.crashes = 0;
        run.updatedAt = now();
        if (!(step.next() instanceof Next.Move)) {
            leases.disown(run);
            next(run, step.next());
            if (line(run).rest(run)) work = true;
        }
        return Result.APPLIED;
    }

    private boolean taken(Change.Start start) {
        var known = runs.get(start.run());
        return known != null && !(known.method.equals(start.method()) && known.digest.equals(start.digest()));
    }

    private void next(MemoryRun run, Next next) {
        if (next instanceof Next.Yield) {
            makeReady(run);
        } else if (next instanceof Next.Park park) {
            if (run.wokenBy(park)) makeReady(run);
            else park(run, park);
        } else if (next instanceof Next.Stick stick) {
            run.status = Status.STUCK;
            run.problem = stick.problem();
        } else if (next instanceof Next.End end) {
            run.end(end.how(), end.outcome());
            if (run.dedup != null) marked.remove(mark(run.placement, run.dedup));
        }
    }

    private void park(MemoryRun run, Next.Park park) {
        run.status = Status.PARKED;
        run.dueAt = park.dueAt();
        run.signal = park.text();
        if (park.dueAt() != null) {
            run.since = park.dueAt();
            line(run).due.add(run);
        }
    }

    private Result deliver(Change.Deliver deliver) {
        var run = runs.get(deliver.run());
        if (run == null) return Result.of(Result.Status.UNKNOWN);
        if (run.knows(deliver.dedup())) return Result.of(Result.Status.EXISTS);
        if (run.status.terminal()) return Result.of(Result.Status.ENDED);
        long number = run.post(deliver);
        if (run.status == Status.PARKED && Next.Park.wakes(deliver.name(), run.signal)) {
            line(run).due.remove(run);
            makeReady(run);
            run.updatedAt = now();
        } else if (run.status == Status.OWNED) {
            mailed.add(run.id);
        }
        return new Result(Result.Status.APPLIED, number);
    }

    private void makeReady(MemoryRun run) {
        run.status = Status.READY;
        run.dueAt = null;
        run.signal = null;
        run.since = now();
        line(run).ready.add(run);
        work = true;
    }

    private void own(MemoryRun run, Lease lease) {
        leases.own(run, lease.token());
        run.status = Status.OWNED;
        run.dueAt = null;
        run.signal = null;
    }

    @Override
    public CompletableFuture<List<RunImage>> claim(Lease lease, Claim claim) {
        return locked(() -> {
            leases.check(lease, now());
            var claimed = new ArrayList<RunImage>();
            for (var run : claimable(claim, lease)) {
                if (run.status == Status.OWNED) {
                    leases.disown(run);
                    run.crashes++;
                } else {
                    line(run).took(run, now());
                }
                own(run, lease);
                run.updatedAt = now();
                claimed.add(run.image());
            }
            return claimed;
        });
    }

    /** Queues take turns. */
    private List<MemoryRun> claimable(Claim claim, Lease lease) {
        var orphans = orphans(claim);
        var turns = new TreeMap<Integer, NavigableSet<MemoryRun>>();
        lines.forEach((queue, line) -> {
            if (!claim.queues().has(queue)) return;
            var picked = line.pick(claim, lease, orphans.getOrDefault(queue, List.of()), now());
            for (int i = 0; i < picked.size(); i++)
                turns.computeIfAbsent(i, any -> new TreeSet<>(MemoryRun.BY_DUE)).add(picked.get(i));
        });
        return turns.values().stream()
                .flatMap(NavigableSet::stream)
                .limit(claim.max())
                .toList();
    }

    private Map<String, List<MemoryRun>> orphans(Claim claim) {
        var orphans = new HashMap<String, List<MemoryRun>>();
        for (long token : leases.tokens()) {
            if (leases.until(token).isAfter(now())) continue;
            for (var run : leases.ownedBy(token))
                if (claim.methods().contains(run.method) && claim.admits(run.crashes))
                    orphans.computeIfAbsent(run.placement.queue(), any -> new ArrayList<>())
                            .add(run);
        }
        return orphans;
    }

    @Override
    public CompletableFuture<Void> limit(QueueLimits limits) {
        return locked(() -> {
            line(limits.queue()).limits = limits;
            work = true;
            return null;
        });
    }

    @Override
    public CompletableFuture<List<QueueLimits>> limits() {
        return locked(() -> lines.values().stream()
                .map(line -> line.limits)
                .filter(Objects::nonNull)
                .toList());
    }

    @Override
    public CompletableFuture<List<RunImage>> load(Collection<String> ids) {
        return locked(() -> ids.stream()
                .distinct()
                .map(runs::get)
                .filter(Objects::nonNull)
                .map(MemoryRun::image)
                .toList());
    }

    @Override
    public CompletableFuture<Page> find(Query query) {
        return locked(() -> {
            var from = query.after() == null ? runs : runs.tailMap(query.after(), false);
            var found = new ArrayList<RunImage>();
            for (var run : from.values()) {
                if (!query.statuses().isEmpty() && !query.statuses().contains(run.status)) continue;
                if (query.method() != null && !query.method().equals(run.method)) continue;
                if (query.queue() != null && !query.queue().equals(run.placement.queue())) continue;
                if (found.size() == query.max())
                    return new Page(found, found.get(found.size() - 1).id());
                found.add(run.summary());
            }
            return new Page(found, null);
        });
    }

    @Override
    public CompletableFuture<Instant> nextDue(Set<String> methods, Queues queues) {
        return locked(() -> {
            var next = new TreeSet<>(Set.of(Instant.MAX));
            lines.forEach((queue, line) -> {
                if (queues.has(queue)) next.add(line.nextDue(methods, now()));
            });
            for (long token : leases.tokens()) {
                var until = leases.until(token);
                boolean ours = leases.ownedBy(token).stream()
                        .anyMatch(run -> methods.contains(run.method)
                                && queues.has(run.placement.queue())
                                && (until.isAfter(now()) || line(run).takesOrphans()));
                if (ours) next.add(until);
            }
            return next.first();
        });
    }

    @Override
    public CompletableFuture<Integer> prune(Instant endedBefore, int max) {
        return locked(() -> {
            var old = runs.values().stream()
                    .filter(run -> run.status.terminal() && run.updatedAt.isBefore(endedBefore))
                    .sorted(MemoryRun.BY_CHANGE)
                    .limit(max)
                    .toList();
            old.forEach(run -> runs.remove(run.id));
            return old.size();
        });
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void onWork(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void onMail(Consumer<String> listener) {
        readers.add(listener);
    }

    /** Does nothing: what is in the store stays for the next engine. */
    @Override
    public void close() {}

    private <T> CompletableFuture<T> locked(Supplier<T> operation) {
        CompletableFuture<T> done;
        boolean wake;
        List<String> mail;
        synchronized (lock) {
            try {
                done = CompletableFuture.completedFuture(operation.get());
            } catch (LeaseLost lost) {
                done = CompletableFuture.failedFuture(lost);
            }
            wake = work;
            work = false;
            mail = List.copyOf(mailed);
            mailed.clear();
        }
        for (String run : mail) readers.forEach(reader -> reader.accept(run));
        if (wake) listeners.forEach(Runnable::run);
        return done;
    }
}
