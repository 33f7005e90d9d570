package dev.perdure.samples.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.samples.Book;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TranscodeAppTest {
    private static final int CLIPS = 10;

    @TempDir
    Path folder;

    @AfterEach
    void stopServer() throws Exception {
        var pid = folder.resolve("server/pid");
        if (Files.exists(pid)) kill(pid);
    }

    @Test
    void clips_are_published_once_though_both_processes_are_killed() throws Exception {
        var first = app();
        try (var out = first.inputReader()) {
            assertThat(out.lines().anyMatch(line -> line.contains("published"))).isTrue();
        } finally {
            first.destroyForcibly().waitFor();
        }
        kill(folder.resolve("server/pid"));

        var second = app();
        try (var out = second.inputReader()) {
            assertThat(out.lines().toList()).as("output").anyMatch(line -> line.startsWith(CLIPS + " clips"));
        }
        assertThat(second.waitFor()).isZero();
        var published = folder.resolve("published");
        for (int i = 1; i <= CLIPS; i++)
            assertThat(Files.readAllBytes(published.resolve("clip-%03d.ulaw.wav".formatted(i))))
                    .isEqualTo(Wave.toUlaw(TranscodeApp.clip(i)));
        assertThat(submitted()).as("one job per clip, whoever asked").hasSize(CLIPS);
    }

    private List<List<String>> submitted() throws IOException {
        return Book.read(folder.resolve("server/jobs")).stream()
                .filter(line -> line.get(0).equals("submitted"))
                .toList();
    }

    private Process app() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TranscodeApp.class.getName(),
                        "folder=" + folder,
                        "clips=" + CLIPS,
                        "effort=200")
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("app.err").toFile()))
                .start();
    }

    private static void kill(Path pid) throws IOException {
        ProcessHandle.of(Long.parseLong(Files.readString(pid))).ifPresent(server -> {
            server.destroyForcibly();
            server.onExit().join();
        });
    }
}
