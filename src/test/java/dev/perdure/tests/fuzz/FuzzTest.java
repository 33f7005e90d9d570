package dev.perdure.tests.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.tests.harness.Effort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Generated programs. {@code src/test/fuzz SEED programs=N} runs others, and more. */
class FuzzTest {
    private static final long SEED = Long.getLong("perdure.fuzz.seed", 20_261_120L);
    private static final int PROGRAMS = Effort.of("perdure.fuzz.programs", 5_000);
    /** So few programs may miss a feature. */
    private static final int ENOUGH = 1_000;

    private static final double REJECTED = 0.1;

    @Test
    void generated_programs_run_the_same_in_every_way() throws Exception {
        var report = Fuzzer.run(SEED, PROGRAMS);
        System.out.println(report);
        var kept = Path.of(System.getProperty("perdure.fuzz.report", "target/fuzz-report.txt"));
        Files.createDirectories(kept.toAbsolutePath().getParent());
        Files.writeString(kept, report + "\n");
        assertThat(report.mismatches).isEmpty();
        assertThat(report.invalid).isEmpty();
        assertThat(report.rejections()).as("rejected: %s", report.rejected).isLessThan((int) (PROGRAMS * REJECTED) + 1);
        if (PROGRAMS >= ENOUGH) assertThat(report.features.keySet()).containsAll(features());
    }

    @Test
    void a_program_follows_from_its_choices_alone() {
        var program = Program.of("p", Choices.of(SEED));
        assertThat(Program.of("p", Choices.repeat(program.choices())).text()).isEqualTo(program.text());
    }

    @Test
    void a_failing_list_of_choices_is_made_small() {
        var shrinker = new Shrinker(
                1_000, choices -> choices.stream().filter(choice -> choice > 6).count() > 1);
        assertThat(shrinker.shrink(List.of(1, 9, 3, 4, 7, 0, 2, 8, 8, 5, 9))).hasSize(2);
    }

    @Test
    void every_kind_has_a_type_and_samples() {
        for (var kind : Kind.ALL) {
            assertThat(new Of<>(kind.name()).kind()).isEqualTo(kind);
            for (var hash = 0; hash < 3_000; hash += 17) Samples.of(kind, hash);
        }
    }

    private static int since(String line) {
        var at = line.indexOf(" since ");
        return at < 0 ? 0 : Integer.parseInt(line.substring(at + " since ".length()));
    }

    private static List<String> features() {
        try (var text = FuzzTest.class.getResourceAsStream("/fuzz-features.txt")) {
            if (text == null) throw new AssertionError("fuzz-features.txt is missing");
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> since(line) <= Runtime.version().feature())
                    .map(line -> line.replaceFirst(" since \\d+$", ""))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
