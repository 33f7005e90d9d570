package dev.perdure.samples.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.samples.Killed;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WebhookAppTest {
    @TempDir
    Path folder;

    @Test
    void every_order_is_paid_once_its_callback_comes_though_the_process_is_killed() throws Exception {
        var lines = new Killed(folder, WebhookApp.class, "orders=12").linesAfter(line -> line.contains("paid"));
        assertThat(lines.stream().filter(line -> line.contains("is paid by card")))
                .hasSize(12);
    }
}
