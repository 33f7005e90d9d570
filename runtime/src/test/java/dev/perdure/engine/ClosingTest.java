package dev.perdure.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.EngineClosed;
import dev.perdure.store.MemoryStore;
import dev.perdure.store.RunImage;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Engines on real threads: many runs at once, and being closed in the middle of them. */
@Timeout(60)
final class ClosingTest {
    private final MemoryStore store = new MemoryStore(Clock.systemUTC());

    @Test
    void many_runs_share_few_threads() throws Exception {
        var shop = new Shop(what -> what);
        try (var engine = Engine.open(store)
                .register(shop)
                .limits(Limits.DEFAULT.withInFlight(50))
                .start()) {
            var items = List.of("a", "b", "c");
            for (int i = 0; i < 1_000; i++) engine.start("r" + i, Shop::tour, items);
            for (int i = 0; i < 1_000; i++)
                assertThat(engine.run("r" + i).result(Duration.ofSeconds(30)))
                        .isEqualTo(List.of("ask a!", "ask b!", "ask c!"));
        }
    }

    @Test
    void closing_lets_calls_finish_and_gives_the_runs_back() throws Exception {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var calls = Collections.synchronizedList(new ArrayList<String>());
        var engine = Engine.open(store)
                .register(new Shop(what -> {
                    calls.add(what);
                    begun.countDown();
                    go.await();
                    return what;
                }))
                .start();
        var run = engine.start("r", Shop::tour, List.of("a"));
        begun.await();
        var result = run.resultAsync();
        var closing = new Thread(engine::close);
        closing.start();
        while (!closing.getState().equals(Thread.State.WAITING)) Thread.onSpinWait();
        go.countDown();
        closing.join();

        assertThat(result).isCompletedExceptionally();
        assertThatThrownBy(() -> engine.start("s", Shop::tour, List.of("a"))).isInstanceOf(EngineClosed.class);
        var image = store.load(List.of("r")).join().get(0);
        assertThat(image.status()).isEqualTo(RunImage.Status.READY);
        assertThat(image.crashes()).isZero();
        try (var next = Engine.open(store).register(new Shop(what -> what)).start()) {
            assertThat(next.run("r").result()).isEqualTo(List.of("ask a!"));
        }
        assertThat(calls).containsExactly("ask a");
    }

    @Test
    void closing_interrupts_calls_that_outlast_the_grace_and_records_nothing_of_them() throws Exception {
        var begun = new CountDownLatch(1);
        var engine = Engine.open(store)
                .register(new Shop(what -> {
                    begun.countDown();
                    new CountDownLatch(1).await(1, TimeUnit.HOURS);
                    return what;
                }))
                .grace(Duration.ofMillis(20))
                .start();
        engine.start("r", Shop::tour, List.of("a"));
        begun.await();
        engine.close();

        assertThat(store.load(List.of("r")).join().get(0).status()).isEqualTo(RunImage.Status.READY);
        try (var next = Engine.open(store).register(new Shop(what -> what)).start()) {
            assertThat(next.run("r").result()).isEqualTo(List.of("ask a!"));
        }
    }
}
