package dev.perdure.samples.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterAppTest {
    @TempDir
    Path folder;

    @Test
    void every_parcel_comes_to_every_stop_once_though_workers_are_killed_and_frozen() throws Exception {
        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ClusterApp.class.getName(),
                        "folder=" + folder,
                        "parcels=20",
                        "workers=2",
                        "faults=2"))
                .redirectError(folder.resolve("app.err").toFile())
                .start();
        try (var out = process.inputReader()) {
            var lines = out.lines().toList();
            assertThat(process.waitFor()).as("%s", lines).isZero();
            assertThat(lines).last().isEqualTo("20 parcels have come to 4 stops each, each once");
        }
    }
}
