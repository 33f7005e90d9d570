package dev.perdure.tests.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.engine.Engine;
import dev.perdure.engine.RunListener;
import dev.perdure.store.MemoryStore;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is written of a method whose last act is an await. */
class TailTest {
    @Test
    void last_await_and_end_are_one_write() {
        assertThat(writes(engine -> engine.start(Counter::next, 1).result())).isEqualTo(1);
    }

    @Test
    void last_await_of_a_callee_in_last_place_and_the_end_are_one_write() {
        assertThat(writes(engine -> engine.start(Counter::outer, 1).result())).isEqualTo(2);
    }

    @Test
    void an_await_with_something_behind_it_is_a_write_of_its_own() {
        assertThat(writes(engine -> engine.start(Counter::added, 1).result())).isEqualTo(2);
    }

    /** How many writes there were after the start: one for each outcome that was recorded by itself, and the end. */
    private static int writes(Consumer<Engine> task) {
        var recorded = new AtomicInteger();
        var counter = new RunListener() {
            @Override
            public void awaited(String run, String await, @Nullable Throwable failure) {
                recorded.incrementAndGet();
            }
        };
        try (var engine = Engine.open(new MemoryStore(Clock.systemUTC()))
                .register(new Counter())
                .listener(counter)
                .start()) {
            task.accept(engine);
        }
        return recorded.get() + 1;
    }
}
