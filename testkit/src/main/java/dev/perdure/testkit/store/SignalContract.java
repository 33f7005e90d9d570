package dev.perdure.testkit.store;

import static dev.perdure.store.Result.Status.APPLIED;
import static dev.perdure.store.Result.Status.ENDED;
import static dev.perdure.store.Result.Status.EXISTS;
import static dev.perdure.store.Result.Status.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.store.Result;
import dev.perdure.store.RunImage.Letter;
import dev.perdure.store.RunImage.Status;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Signals: kept, in order, once. */
abstract class SignalContract extends StepContract {
    private List<String> mailbox(String run) {
        return image(run).mailbox().stream()
                .map(letter -> letter.name() + "=" + text(letter.value()))
                .toList();
    }

    @Test
    void G9_signals_get_growing_numbers_and_stay_in_order() throws Exception {
        commit(start("r"));
        var results = store.commit(
                        List.of(signal("r", "b", "1", null), signal("r", "a", "2", null), signal("r", "b", "3", null)))
                .join();
        assertThat(results).allMatch(Result::applied);
        restart();
        long later = commitOne(signal("r", "a", "4", null)).number();

        assertThat(mailbox("r")).containsExactly("b=1", "a=2", "b=3", "a=4");
        var numbers = image("r").mailbox().stream().map(Letter::number).toList();
        assertThat(numbers).isSorted().doesNotHaveDuplicates().last().isEqualTo(later);
        assertThat(results.stream().map(Result::number)).isEqualTo(numbers.subList(0, 3));
        assertThat(numbers.get(0)).isPositive();
    }

    @Test
    void G9_a_signal_for_a_parked_run_that_waits_for_it_makes_it_ready() {
        commit(start("r", lease), step("r", lease, whole("f"), park(null, "approval")));
        assertThat(claim(lease)).isEmpty();
        commit(signal("r", "other", "x", null));
        assertThat(image("r").status()).isEqualTo(Status.PARKED);
        assertThat(image("r").signal()).isEqualTo("approval");
        commit(signal("r", "approval", "yes", null));
        assertThat(image("r").status()).isEqualTo(Status.READY);
        assertThat(image("r").signal()).isNull();
        var claimed = images(lease, 10);
        assertThat(claimed).hasSize(1);
        assertThat(claimed.get(0).mailbox()).hasSize(2);
        assertThat(frame("r")).containsExactly("f");
    }

    @Test
    void G9_an_early_signal_makes_a_run_that_parks_for_it_ready_at_once() {
        commit(start("r", lease), signal("r", "approval", "yes", null));
        assertThat(image("r").status()).isEqualTo(Status.OWNED);
        commit(step("r", lease, whole("f"), park(null, "approval")));
        assertThat(image("r").status()).isEqualTo(Status.READY);
        assertThat(claim(lease)).containsExactly("r");
    }

    @Test
    void G9_a_signal_consumed_by_the_step_that_parks_does_not_wake_it() {
        commit(start("r", lease));
        long number = commitOne(signal("r", "approval", "yes", null)).number();
        commit(step("r", lease, whole("f"), park(null, "approval"), number));
        assertThat(image("r").status()).isEqualTo(Status.PARKED);
        assertThat(mailbox("r")).isEmpty();
        assertThat(claim(lease)).isEmpty();
    }

    @Test
    void G9_an_early_signal_of_another_name_does_not_wake() {
        commit(start("r", lease), signal("r", "other", "x", null));
        commit(step("r", lease, SAME, park(null, "approval")));
        assertThat(image("r").status()).isEqualTo(Status.PARKED);
    }

    @Test
    void G9_consumed_signals_are_gone_and_others_stay() throws Exception {
        commit(start("r", lease));
        long first = commitOne(signal("r", "s", "1", null)).number();
        long second = commitOne(signal("r", "s", "2", null)).number();
        long third = commitOne(signal("r", "s", "3", null)).number();
        assertThat(commit(step("r", lease, whole("f"), MOVE, first, third))).containsExactly(APPLIED);
        restart();
        assertThat(mailbox("r")).containsExactly("s=2");
        assertThat(image("r").mailbox().get(0).number()).isEqualTo(second);
    }

    @Test
    void G9_numbers_grow_over_consumption_and_restart() throws Exception {
        commit(start("r", lease));
        long first = commitOne(signal("r", "s", "1", null)).number();
        commit(step("r", lease, whole("f"), park(clock.instant(), null), first));
        restart();
        assertThat(commitOne(signal("r", "s", "2", null)).number()).isGreaterThan(first);
    }

    @Test
    void G9_a_dedup_key_makes_a_repeated_signal_harmless() throws Exception {
        commit(start("r", lease), start("other", lease));
        assertThat(commit(signal("r", "s", "1", "k"), signal("r", "s", "1", "k")))
                .containsExactly(APPLIED, EXISTS);
        restart();
        assertThat(commit(signal("r", "s", "1", "k"), signal("r", "t", "2", "l"), signal("other", "s", "1", "k")))
                .containsExactly(EXISTS, APPLIED, APPLIED);
        assertThat(mailbox("r")).containsExactly("s=1", "t=2");
    }

    @Test
    void G9_a_dedup_key_holds_after_consumption_and_after_the_end() {
        commit(start("r", lease));
        long number = commitOne(signal("r", "s", "1", "k")).number();
        commit(step("r", lease, whole("f"), MOVE, number));
        assertThat(commit(signal("r", "s", "1", "k"))).containsExactly(EXISTS);
        assertThat(mailbox("r")).isEmpty();
        commit(step("r", lease, SAME, end("ok")));
        assertThat(commit(signal("r", "s", "1", "k"))).containsExactly(EXISTS);
    }

    @Test
    void G9_a_signal_to_an_ended_or_unknown_run_says_so() {
        commit(start("r", lease), step("r", lease, SAME, end("ok")));
        assertThat(commit(signal("r", "s", "1", null), signal("nope", "s", "1", null)))
                .containsExactly(ENDED, UNKNOWN);
        assertThat(commit(signal("r", "s", "1", "k"), signal("r", "s", "1", "k")))
                .containsExactly(ENDED, ENDED);
        assertThat(image("r").mailbox()).isEmpty();
    }

    @Test
    void G9_a_signal_can_follow_its_runs_start_in_the_batch() {
        assertThat(commit(start("r"), signal("r", "s", "1", null))).containsExactly(APPLIED, APPLIED);
        assertThat(mailbox("r")).containsExactly("s=1");
    }

    @Test
    void G9_a_signal_before_the_due_time_wakes_once() {
        var due = clock.instant().plusSeconds(60);
        commit(start("r", lease), step("r", lease, SAME, park(due, "s")));
        commit(signal("r", "s", "1", null));
        assertThat(claim(lease)).containsExactly("r");
        commit(step("r", lease, SAME, park(null, "s")));
        assertThat(claim(lease)).as("ready again: the signal was not consumed").containsExactly("r");
        commit(step("r", lease, SAME, end("ok")));
        clock.advance(Duration.ofHours(1));
        assertThat(claim(join("a"))).isEmpty();
    }

    @Test
    void G9_signals_of_concurrent_senders_are_all_kept_in_each_senders_order() throws Exception {
        commit(start("r"));
        Together.run(
                6,
                sender -> IntStream.range(0, 40)
                        .mapToObj(i -> commitOne(signal("r", "s" + sender, String.valueOf(i), sender + ":" + i)))
                        .filter(Result::applied)
                        .count());
        var letters = image("r").mailbox();
        assertThat(letters).hasSize(240);
        assertThat(letters.stream().map(Letter::number)).isSorted().doesNotHaveDuplicates();
        for (int sender = 0; sender < 6; sender++) {
            var name = "s" + sender;
            assertThat(letters.stream()
                            .filter(letter -> letter.name().equals(name))
                            .map(l -> text(l.value())))
                    .containsExactlyElementsOf(
                            IntStream.range(0, 40).mapToObj(String::valueOf).toList());
        }
    }

    @Test
    void a_claimed_run_brings_its_mailbox() throws Exception {
        commit(start("r"), signal("r", "s", "1", null), signal("r", "s", "2", null));
        restart();
        assertThat(images(lease, 1).get(0).mailbox()).hasSize(2);
    }
}
