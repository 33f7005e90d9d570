package dev.perdure.testkit;

import dev.perdure.Run;
import dev.perdure.RunStatus;
import dev.perdure.Signal;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A handle that outlives the crashes of the test's process, and never waits: nothing would ever happen meanwhile. */
final class TestRun<T extends @Nullable Object> implements Run<T> {
    private final TestEngine engine;
    private final String id;

    TestRun(TestEngine engine, String id) {
        this.engine = engine;
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public T result() {
        var ended = resultAsync();
        if (!ended.isDone()) throw new AssertionError(notEnded("result() would wait for ever"));
        try {
            return ended.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException known ? known : failure;
        }
    }

    /** Why the run has not ended. */
    String notEnded(String what) {
        return what + ": run \"" + id + "\" is " + RunAssert.described(status())
                + ". Send what it waits for, or let time pass with advance(…)";
    }

    @Override
    public T result(Duration atMost) throws TimeoutException {
        var ended = resultAsync();
        if (!ended.isDone()) engine.advance(atMost);
        if (!ended.isDone()) ended = resultAsync();
        if (!ended.isDone()) throw new TimeoutException(notEnded("no result within " + atMost));
        return result();
    }

    @Override
    @SuppressWarnings("unchecked") // by the method that it was started with
    public CompletableFuture<T> resultAsync() {
        engine.settle();
        var result = (CompletableFuture<T>) engine.ask(real -> real.run(id).resultAsync());
        engine.settle();
        return result;
    }

    @Override
    public RunStatus status() {
        engine.settle();
        return engine.ask(real -> real.run(id).status());
    }

    @Override
    public <S> void signal(Signal<S> signal, S value) {
        var key = engine.key();
        engine.<@Nullable Void>ask(real -> {
            real.signal(id, signal, value, key); // asked again after a crash, it is still one signal
            return null;
        });
    }

    @Override
    public void retry() {
        engine.<@Nullable Void>ask(real -> {
            real.run(id).retry();
            return null;
        });
    }

    @Override
    public void complete(@Nullable Object value) {
        engine.<@Nullable Void>ask(real -> {
            real.run(id).complete(value);
            return null;
        });
    }

    @Override
    public void cancel(String reason) {
        engine.<@Nullable Void>ask(real -> {
            real.run(id).cancel(reason);
            return null;
        });
    }

    @Override
    public void resume() {
        engine.<@Nullable Void>ask(real -> {
            real.run(id).resume();
            return null;
        });
    }

    @Override
    public String toString() {
        return "run \"" + id + "\"";
    }
}
