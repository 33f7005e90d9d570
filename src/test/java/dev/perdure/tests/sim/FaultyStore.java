package dev.perdure.tests.sim;

import dev.perdure.StoreUnavailable;
import dev.perdure.store.Change;
import dev.perdure.store.Claim;
import dev.perdure.store.ForwardingStore;
import dev.perdure.store.Lease;
import dev.perdure.store.Page;
import dev.perdure.store.Query;
import dev.perdure.store.QueueLimits;
import dev.perdure.store.Queues;
import dev.perdure.store.Result;
import dev.perdure.store.RunImage;
import dev.perdure.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The store as one node sees it: over a network, with faults. A request that is on its way arrives also when the node is dead by
 * then. A node that asks at once gets its answers at once: for those who block.
 */
final class FaultyStore extends ForwardingStore {
    private static final int LONGEST_PAUSE = 40_000_000;
    private static final int LONGEST_WAY = 25_000_000;

    private final Universe universe;
    private final Life process;
    private final Supplier<Faults> faults;
    private final BooleanSupplier full;
    private boolean atOnce;

    FaultyStore(Store store, Universe universe, Life process, Supplier<Faults> faults, BooleanSupplier full) {
        super(store);
        this.full = full;
        this.universe = universe;
        this.process = process;
        this.faults = faults;
    }

    /** From now on answers come at once, or no longer. */
    FaultyStore atOnce(boolean yes) {
        atOnce = yes;
        return this;
    }

    private <T> CompletableFuture<T> ask(String what, Supplier<CompletableFuture<T>> operation) {
        var answer = new CompletableFuture<T>();
        if (process.dead()) return answer;
        if (atOnce) {
            serve(what, operation, answer, Runnable::run);
            return answer;
        }
        universe.after(latency(), () -> {
            disturb();
            if (universe.chance(faults.get().crash())) process.kill();
            serve(what, operation, answer, back -> universe.after(latency(), process.ofMine(back)));
            if (universe.chance(faults.get().crash())) process.kill();
        });
        return answer;
    }

    private void disturb() {
        var mix = faults.get();
        if (universe.chance(mix.pause()) && !process.paused()) process.pause(universe.random.nextLong(LONGEST_PAUSE));
        if (universe.chance(mix.step())) universe.step(universe.random.nextLong(-7_200_000_000L, 7_200_000_000L));
    }

    private int latency() {
        var mix = faults.get();
        return 1 + universe.random.nextInt(universe.chance(mix.slow()) ? LONGEST_WAY : mix.latency());
    }

    private <T> void serve(
            String what,
            Supplier<CompletableFuture<T>> operation,
            CompletableFuture<T> answer,
            Consumer<Runnable> way) {
        var mix = faults.get();
        if (universe.chance(mix.before()) || (full.getAsBoolean() && what.startsWith("commit"))) {
            universe.trace(process.name + " " + what + " fails");
            way.accept(() -> answer.completeExceptionally(new StoreUnavailable("planned: not done", null)));
            return;
        }
        var done = operation.get();
        universe.trace(process.name + " " + what);
        if (!done.isDone()) throw new IllegalStateException("the store below answers at once");
        if (universe.chance(mix.after())) {
            universe.trace("… and nobody knows");
            way.accept(() -> answer.completeExceptionally(new StoreUnavailable("planned: done", null)));
            return;
        }
        way.accept(() -> {
            var told = done.whenComplete((value, failure) -> complete(answer, value, failure));
            if (!told.isDone()) throw new IllegalStateException("it had been done");
        });
    }

    private static <T> void complete(CompletableFuture<T> answer, @Nullable T value, @Nullable Throwable failure) {
        if (failure != null) answer.completeExceptionally(failure);
        else answer.complete(value);
    }

    @Override
    public CompletableFuture<Lease> join(String node, Duration length) {
        return ask("join", () -> super.join(node, length));
    }

    @Override
    public CompletableFuture<Lease> renew(Lease lease, Duration length) {
        return ask("renew", () -> super.renew(lease, length));
    }

    @Override
    public CompletableFuture<Void> leave(Lease lease) {
        return ask("leave", () -> super.leave(lease));
    }

    @Override
    public CompletableFuture<List<Result>> commit(List<? extends Change> changes) {
        var batch = List.copyOf(changes);
        return ask("commit " + batch.size(), () -> super.commit(batch));
    }

    @Override
    public CompletableFuture<List<RunImage>> claim(Lease lease, Claim claim) {
        return ask("claim", () -> super.claim(lease, claim));
    }

    @Override
    public CompletableFuture<List<RunImage>> load(Collection<String> ids) {
        return ask("load", () -> super.load(ids));
    }

    @Override
    public CompletableFuture<Page> find(Query query) {
        return ask("find", () -> super.find(query));
    }

    @Override
    public CompletableFuture<Instant> nextDue(Set<String> methods, Queues queues) {
        return ask("nextDue", () -> super.nextDue(methods, queues));
    }

    @Override
    public CompletableFuture<Void> limit(QueueLimits limits) {
        return ask("limit", () -> super.limit(limits));
    }

    @Override
    public CompletableFuture<List<QueueLimits>> limits() {
        return ask("limits", super::limits);
    }

    @Override
    public CompletableFuture<Integer> prune(Instant endedBefore, int max) {
        return ask("prune", () -> super.prune(endedBefore, max));
    }

    @Override
    public void onWork(Runnable listener) {
        super.onWork(() -> universe.after(latency(), process.ofMine(listener)));
    }

    @Override
    public void onMail(Consumer<String> listener) {
        super.onMail(run -> universe.after(latency(), process.ofMine(() -> listener.accept(run))));
    }

    /** The store outlives its nodes. */
    @Override
    public void close() {}
}
