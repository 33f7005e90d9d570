package dev.perdure.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.perdure.weave.Body;
import dev.perdure.weave.Play;
import dev.perdure.weave.Plays;
import dev.perdure.weave.Scene;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** That plays find what they are for: each scene has a fault, and some order shows it. */
final class WovenTest {
    private static final int ORDERS = 300;

    private final Plays plays = new Plays(ORDERS);

    @Test
    void update_that_is_lost_is_found_and_its_order_repeats_it() {
        var found = catchThrowable(() -> plays.play(LostUpdate.class));
        String told = "" + found.getMessage();
        assertThat(told).matches("(?s)order -?\\d+ of LostUpdate: .*");
        long order = Long.parseLong(told.split(" ", 3)[1]);
        for (int i = 0; i < 3; i++)
            assertThatThrownBy(() -> plays.play(LostUpdate.class, order)).hasMessage(told);
    }

    static final class LostUpdate implements Scene {
        private final AtomicInteger count = new AtomicInteger();

        @Override
        public void play(Play play) {
            Body body = () -> count.set(count.get() + 1);
            play.together(body, body, body);
            assertThat(count).hasValue(3);
        }
    }

    @Test
    void field_that_two_threads_change_is_found() {
        assertThatThrownBy(() -> plays.play(LostField.class)).hasMessageContaining("LostField");
    }

    static final class LostField implements Scene {
        private int count;

        @Override
        public void play(Play play) {
            play.together(() -> count++, () -> count++);
            assertThat(count).isEqualTo(2);
        }
    }

    @Test
    void threads_that_wait_for_each_other_are_found_and_named() {
        assertThatThrownBy(() -> plays.play(Deadlock.class))
                .hasMessageContaining("nobody can go on")
                .hasMessageContaining("together-0 waits")
                .hasMessageContaining("WovenTest$Deadlock");
    }

    static final class Deadlock implements Scene {
        private final Object one = new Object();
        private final Object two = new Object();

        @Override
        public void play(Play play) {
            play.together(() -> both(one, two), () -> both(two, one));
        }

        private static void both(Object first, Object second) {
            synchronized (first) {
                synchronized (second) {
                    assertThat(first).isNotSameAs(second);
                }
            }
        }
    }

    @Test
    void future_that_nobody_completes_is_found() {
        assertThatThrownBy(() -> plays.play(Forgotten.class)).hasMessageContaining("nobody can go on");
    }

    static final class Forgotten implements Scene {
        @Override
        public void play(Play play) {
            var never = new CompletableFuture<String>();
            play.together(() -> assertThat(never.join()).isNull());
        }
    }

    @Test
    void what_is_synchronized_is_done_by_one_at_a_time_and_alarms_ring_in_their_order() {
        plays.play(Sound.class);
    }

    static final class Sound implements Scene {
        private int count;
        private int rung;

        @Override
        public void play(Play play) {
            play.after(Duration.ofHours(2), () -> ring(2));
            play.after(Duration.ofHours(1), () -> ring(1));
            var before = play.clock().instant();
            play.together(() -> add(2), this::twice, () -> add(1));
            assertThat(count).isEqualTo(5);
            assertThat(play.clock().instant()).as("nobody had to wait").isEqualTo(before);
            play.await(() -> rung == 2);
            assertThat(play.clock().instant()).isEqualTo(before.plus(Duration.ofHours(2)));
        }

        private synchronized void add(long times) {
            for (int i = 0; i < times; i++) count++;
        }

        private void twice() {
            synchronized (this) {
                count++;
                add(1);
            }
        }

        private void ring(int number) {
            assertThat(++rung).isEqualTo(number);
        }
    }
}
