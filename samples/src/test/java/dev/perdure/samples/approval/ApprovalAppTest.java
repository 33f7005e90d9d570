package dev.perdure.samples.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.samples.Book;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ApprovalAppTest {
    private static final int CLAIMS = 30;

    @TempDir
    Path folder;

    @Test
    void claims_are_decided_once_though_the_process_is_killed() throws Exception {
        var first = app();
        try (var out = first.inputReader()) {
            assertThat(out.lines().anyMatch(line -> line.contains("paid"))).isTrue();
        } finally {
            first.toHandle().destroyForcibly();
            first.waitFor();
        }
        var second = app();
        List<String> lines;
        try (var out = second.inputReader()) {
            lines = out.lines().filter(line -> line.startsWith("claim-")).toList();
        }
        assertThat(second.waitFor()).isZero();

        assertThat(lines).hasSize(CLAIMS).allSatisfy(ApprovalAppTest::fits);
        var payments = Book.read(folder.resolve("payments"));
        assertThat(payments).extracting(line -> line.get(0)).doesNotHaveDuplicates();
        var paid = new TreeSet<String>();
        for (var line : lines) if (line.contains("paid")) paid.add(line.substring(0, 9));
        assertThat(payments).extracting(line -> line.get(0)).containsExactlyInAnyOrderElementsOf(paid);
    }

    /** What was printed of a claim is what those who answer had in mind, unless they came too late. */
    private static void fits(String line) {
        var mood = Managers.mood(line.substring(0, 9));
        if (line.contains("paid")) assertThat(mood.decision()).isEqualTo(Decision.YES);
        if (line.endsWith("refused")) assertThat(mood.decision()).isEqualTo(Decision.NO);
        if (mood.person().equals("nobody")) assertThat(line).endsWith("nobody has answered");
    }

    private Process app() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ApprovalApp.class.getName(),
                        "folder=" + folder,
                        "claims=" + CLAIMS,
                        "patience=3000")
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("app.err").toFile()))
                .start();
    }
}
