package dev.perdure.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RequestTest {
    private static final List<Workload> WORKLOADS = List.of(new Throughput(), new Yardstick());

    @Test
    void options_not_given_have_the_workloads_values() {
        var request = parse("throughput", "memory", "runs=1_000");

        assertThat(request.count("runs")).isEqualTo(1000);
        assertThat(request.count("rounds")).isEqualTo(3);
        assertThat(request.yardstick()).isFalse();
    }

    @Test
    void the_embedded_store_answers_to_all_its_names() {
        for (var name : List.of("local", "embedded", "sqlite"))
            assertThat(parse("throughput", name).store().name()).isEqualTo("local");
    }

    @Test
    void unknown_words_are_named_with_what_there_is() {
        assertUsage("there is no workload \"speed\"", "speed", "memory");
        assertUsage("there is no store \"tape\"; there are memory, local, postgres", "throughput", "tape");
        assertUsage(
                "\"run=5\" is no option of throughput; it has dir, ordered, peer, rounds, runs",
                "throughput",
                "memory",
                "run=5");
        assertUsage("\"yardstick\" is no option", "throughput", "memory", "yardstick");
        assertUsage("a workload and a store are needed", "throughput");
    }

    @Test
    void senseless_values_are_named() {
        var request = parse("throughput", "memory", "runs=0", "rounds=many", "yardstick=perhaps");

        assertThatThrownBy(() -> request.count("runs")).hasMessage("runs=0 is no whole number from 1 on");
        assertThatThrownBy(() -> request.count("rounds")).hasMessage("rounds=many is no whole number from 1 on");
        assertThatThrownBy(request::yardstick).hasMessage("yardstick=perhaps is neither true nor false");
    }

    private static void assertUsage(String message, String... words) {
        assertThatThrownBy(() -> parse(words))
                .isInstanceOf(Request.UsageError.class)
                .hasMessageContaining(message);
    }

    private static Request parse(String... words) {
        return Request.parse(List.of(words), WORKLOADS);
    }
}
