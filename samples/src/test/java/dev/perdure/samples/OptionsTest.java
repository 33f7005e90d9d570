package dev.perdure.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class OptionsTest {
    @Test
    void what_is_not_given_has_its_default() {
        var options = Options.of(new String[] {"seed=7"}, "seed", "folder");

        assertThat(options.number("seed", 1)).isEqualTo(7);
        assertThat(options.path("folder", "here")).hasToString("here");
        assertThat(options.millis("pause", 5)).hasMillis(5);
    }

    @Test
    void an_unknown_word_is_named_with_what_there_is() {
        assertThatThrownBy(() -> Options.of(new String[] {"sede=7"}, "seed", "folder"))
                .hasMessage("\"sede=7\" is no option; there are: seed=… folder=…");
    }
}
