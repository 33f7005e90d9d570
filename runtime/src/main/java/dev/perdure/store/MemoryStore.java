package dev.perdure.store;

import dev.perdure.store.Change.Next;
import dev.perdure.store.RunImage.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
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
 * the caller's thread. Safe for use by many threads.
 */
public final class MemoryStore implements Store {
    private final Clock clock;
    private final TreeMap<String, MemoryRun> runs = new TreeMap<>();
    private final NavigableSet<MemoryRun> ready = new TreeSet<>(MemoryRun.BY_DUE);
    private final NavigableSet<MemoryRun> due = new TreeSet<>(MemoryRun.BY_DUE);
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
        var run = new MemoryRun(start, ++started, now());
        runs.put(run.id, run);
        if (owner == null) makeReady(run);
        else own(run, owner);
        return Result.APPLIED;
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
        }
    }

    private void park(MemoryRun run, Next.Park park) {
        run.status = Status.PARKED;
        run.dueAt = park.dueAt();
        run.signal = park.text();
        if (park.dueAt() != null) {
            run.since = park.dueAt();
            due.add(run);
        }
    }

    private Result deliver(Change.Deliver deliver) {
        var run = runs.get(deliver.run());
        if (run == null) return Result.of(Result.Status.UNKNOWN);
        if (run.knows(deliver.dedup())) return Result.of(Result.Status.EXISTS);
        if (run.status.terminal()) return Result.of(Result.Status.ENDED);
        long number = run.post(deliver);
        if (run.status == Status.PARKED && Next.Park.wakes(deliver.name(), run.signal)) {
            due.remove(run);
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
        ready.add(run);
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
            for (var run : claimable(claim)) {
                if (run.status == Status.OWNED) {
                    leases.disown(run);
                    run.crashes++;
                }
                ready.remove(run);
                due.remove(run);
                own(run, lease);
                run.updatedAt = now();
                claimed.add(run.image());
            }
            return claimed;
        });
    }

    private List<MemoryRun> claimable(Claim claim) {
        var candidates = new ArrayList<MemoryRun>();
        add(candidates, ready, claim);
        add(candidates, due, claim);
        for (long token : leases.tokens())
            if (!leases.until(token).isAfter(now()))
                for (var orphan : leases.ownedBy(token)) if (asked(orphan, claim)) candidates.add(orphan);
        candidates.sort(MemoryRun.BY_DUE);
        return candidates.subList(0, Math.min(candidates.size(), claim.max()));
    }

    private static boolean asked(MemoryRun run, Claim claim) {
        return claim.methods().contains(run.method) && claim.admits(run.crashes);
    }

    /** Adds the first that may be claimed of what is in order. */
    private void add(List<MemoryRun> candidates, NavigableSet<MemoryRun> from, Claim claim) {
        int found = 0;
        for (var run : from) {
            if (found == claim.max() || (run.status == Status.PARKED && run.since.isAfter(now()))) return;
            if (!asked(run, claim)) continue;
            candidates.add(run);
            found++;
        }
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
                if (found.size() == query.max())
                    return new Page(found, found.get(found.size() - 1).id());
                found.add(run.summary());
            }
            return new Page(found, null);
        });
    }

    @Override
    public CompletableFuture<Instant> nextDue(Set<String> methods) {
        return locked(() -> {
            var timer = due.stream().filter(run -> methods.contains(run.method)).findFirst();
            var next = timer.map(run -> run.since).orElse(Instant.MAX);
            for (long token : leases.tokens()) {
                boolean ours = leases.ownedBy(token).stream().anyMatch(run -> methods.contains(run.method));
                var until = leases.until(token);
                if (ours && until.isBefore(next)) next = until;
            }
            return next;
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
