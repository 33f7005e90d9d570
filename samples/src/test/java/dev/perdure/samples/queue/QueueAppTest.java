package dev.perdure.samples.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.samples.Book;
import dev.perdure.samples.Killed;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QueueAppTest {
    @TempDir
    Path folder;

    @Test
    void films_are_rendered_within_the_limits_though_the_process_is_killed() throws Exception {
        var lines = new Killed(folder, QueueApp.class, "films=3", "scenes=6")
                .linesAfter(line -> line.contains("under way"));
        assertThat(lines).contains("film-1 has 6 scenes", "film-2 has 6 scenes", "film-3 has 6 scenes");
        assertThat(lines.get(lines.size() - 1)).matches("at once at most [0-4], of one film at most [0-2]");
        assertThat(Book.read(folder.resolve("rendered")).stream()
                        .map(line -> line.get(0) + line.get(1))
                        .collect(Collectors.toSet()))
                .hasSize(18);
    }
}
