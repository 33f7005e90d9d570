package dev.perdure.samples.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.samples.Book;
import dev.perdure.samples.Options;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoTest {
    @TempDir
    Path folder;

    @Test
    void orders_of_killed_processes_are_charged_once_under_one_key() throws Exception {
        var csv = Files.writeString(folder.resolve("orders.csv"), OrderFile.text(7, 100));
        var demo = folder.resolve("demo");
        var seed = String.valueOf(System.nanoTime() % 1_000_000);

        assertThat(Demo.demonstrate(new Options(Map.of(
                        "folder",
                        demo.toString(),
                        "csv",
                        csv.toString(),
                        "seed",
                        seed,
                        "kills",
                        "3",
                        "latency",
                        "5",
                        "packing",
                        "50"))))
                .as("seed %s", seed)
                .isTrue();
        assertThat(Book.read(demo.resolve("outcomes"))).hasSize(100);
    }

    @Test
    void a_folder_of_somebody_else_is_left_alone() throws Exception {
        var precious = Files.createFile(folder.resolve("precious"));

        assertThat(Demo.demonstrate(new Options(Map.of("folder", folder.toString()))))
                .isFalse();
        assertThat(precious).exists();
    }
}
