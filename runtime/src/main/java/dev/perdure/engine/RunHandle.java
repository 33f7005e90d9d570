package dev.perdure.engine;

import dev.perdure.Run;
import dev.perdure.RunFailed;
import dev.perdure.RunStatus;
import dev.perdure.Signal;
import dev.perdure.engine.checkpoint.Sums;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A handle of a run, over the engine that gave it. */
final class RunHandle<T extends @Nullable Object> implements Run<T> {
    private final Core core;
    private final Desk desk;
    private final String id;

    RunHandle(Core core, Desk desk, String id) {
        this.core = core;
        this.desk = desk;
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public T result() {
        try {
            return resultAsync().join();
        } catch (CompletionException failure) {
            throw rethrown(failure);
        }
    }

    @Override
    public T result(Duration atMost) throws TimeoutException {
        try {
            return resultAsync().get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failure) {
            throw rethrown(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CompletionException(interrupted);
        }
    }

    private static RuntimeException rethrown(Throwable failure) {
        var inner = Failures.unwrap(failure);
        return inner instanceof RuntimeException unchecked ? unchecked : new CompletionException(inner);
    }

    @Override
    @SuppressWarnings("unchecked") // what the method returned was saved by its return type
    public CompletableFuture<T> resultAsync() {
        var result = new CompletableFuture<T>();
        Answers.to(core.observers.of(id), (ending, failure) -> {
            try {
                if (ending == null) result.completeExceptionally(Failures.unwrap(failure));
                else result.complete((T) value(ending));
            } catch (RuntimeException unreadable) {
                result.completeExceptionally(unreadable);
            }
        });
        return result;
    }

    private @Nullable Object value(Observers.Ending ending) {
        var type = core.registry.layout(ending.method()).returnType();
        var outcome = core.checkpoints.result(type, Sums.open(id, ending.outcome()));
        if (outcome.failure() != null) throw new RunFailed(id, outcome.failure());
        return outcome.value();
    }

    @Override
    public void cancel(String reason) {
        desk.cancel(id, reason);
    }

    @Override
    public void retry() {
        desk.retry(id);
    }

    @Override
    public void complete(@Nullable Object value) {
        desk.settle(id, value);
    }

    @Override
    public RunStatus status() {
        return core.inquiries.status(id);
    }

    @Override
    public <S> void signal(Signal<S> signal, S value) {
        desk.signal(id, signal, value, null);
    }

    @Override
    public void resume() {
        desk.resume(id);
    }

    @Override
    public String toString() {
        return "run \"" + id + "\"";
    }
}
