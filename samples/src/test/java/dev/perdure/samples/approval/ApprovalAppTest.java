package dev.perdure.samples.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.samples.Book;
import dev.perdure.samples.Killed;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ApprovalAppTest {
    private static final int CLAIMS = 30;

    @TempDir
    Path folder;

    @Test
    void claims_are_decided_once_though_the_process_is_killed() throws Exception {
        var lines = new Killed(folder, ApprovalApp.class, "claims=" + CLAIMS, "patience=3000")
                .linesAfter(line -> line.contains("paid")).stream()
                        .filter(line -> line.startsWith("claim-"))
                        .toList();

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
}
