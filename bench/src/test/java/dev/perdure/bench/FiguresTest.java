package dev.perdure.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class FiguresTest {
    @Test
    void a_result_line_keeps_the_order_of_keys_and_four_digits_of_small_values() {
        var figures = Figures.none()
                .and("steps_per_s", 123456.7)
                .and("step_p50_us", 98.765432)
                .and("started_s", 0.00012345);

        assertThat(figures.line("throughput", "local"))
                .isEqualTo("RESULT workload=throughput store=local"
                        + " steps_per_s=123457 step_p50_us=98.77 started_s=0.0001235");
    }

    @Test
    void the_median_of_rounds_is_one_of_them() {
        var rounds = List.of(
                Figures.none().and("ms", 9),
                Figures.none().and("ms", 1),
                Figures.none().and("ms", 2));

        assertThat(Figures.medianOf(rounds).values()).containsEntry("ms", 2.0);
    }

    @Test
    void percentiles_are_values_that_occurred() {
        double[] values = {5, 1, 4, 2, 3};

        assertThat(Figures.percentile(values, 50)).isEqualTo(3);
        assertThat(Figures.percentile(values, 99)).isEqualTo(5);
        assertThat(Figures.percentile(values, 1)).isEqualTo(1);
    }

    @Test
    void a_figure_against_the_yardstick_is_a_multiple_of_it() {
        assertThat(Figures.none()
                        .and("steps_per_s", 300)
                        .against(1000, "steps_per_s")
                        .values())
                .containsEntry("yardstick", 1000.0)
                .containsEntry("ratio", 0.3);
    }
}
