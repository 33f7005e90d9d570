package dev.perdure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FindingTest {
    @Test
    void slug_names_the_page() {
        assertThat(Finding.AWAIT_NOT_TAKEN.slug()).isEqualTo("perdure/await-not-taken");
        assertThat(Finding.AWAIT_NOT_TAKEN.page()).isEqualTo("await-not-taken");
    }

    @Test
    void every_message_starts_with_the_slug() {
        assertThat(new IdConflict("taken")).hasMessage("perdure/id-conflict: taken");
        assertThat(new RunFailed("run-1", null)).hasMessageStartingWith("perdure/run-failed: run \"run-1\"");
    }
}
