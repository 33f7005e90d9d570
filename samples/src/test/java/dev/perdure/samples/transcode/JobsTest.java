package dev.perdure.samples.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JobsTest {
    @TempDir
    Path folder;

    @Test
    void jobs_outlive_the_server_and_are_finished_by_the_next() throws Exception {
        var source = Wave.tone(440, 0.1);
        String job;
        try (var jobs = Jobs.open(folder, Duration.ofHours(1).toMillis())) {
            job = jobs.submit("key", source);
            assertThat(jobs.submit("key", source)).isEqualTo(job);
            assertThat(jobs.submit("other", source)).isNotEqualTo(job);
            assertThat(jobs.state(job)).isEqualTo("running");
        }

        try (var jobs = Jobs.open(folder, 0)) {
            assertThat(jobs.submit("key", source)).isEqualTo(job);
            while (jobs.state(job).equals("running")) Thread.onSpinWait();
            var result = Wave.toUlaw(source);
            assertThat(jobs.state(job)).isEqualTo("done " + result.length + " " + Digests.sha256(result));
            assertThat(jobs.content(job)).isEqualTo(result);
        }
    }
}
