package dev.perdure.tests.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** All mutants can be planted; some are tried in every build, all by {@code src/test/mutants}. */
class MutantsTest {
    @TempDir
    Path folder;

    static List<Mutant> all() throws IOException {
        return Mutant.all();
    }

    /** Those named on the command line, or all. */
    static Stream<Mutant> chosen() throws IOException {
        var names = List.of(System.getProperty("perdure.mutants", "").split(",", -1));
        return all().stream().filter(mutant -> names.contains(mutant.name()) || names.contains("all"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void mutant_can_be_planted(Mutant mutant) throws IOException {
        Overlay.compile(mutant, folder);
    }

    @Test
    void mutants_have_names_of_their_own() throws IOException {
        assertThat(all().stream().map(Mutant::name)).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(40);
    }

    @ParameterizedTest
    @ValueSource(strings = "memory-no-fence")
    void mutant_is_found(String name) throws Exception {
        var mutant = all().stream()
                .filter(any -> any.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(Hunt.of(mutant, folder)).as("what finds %s", name).isNotNull();
    }

    @Test
    void mutants_of_the_command_are_found() throws Exception {
        var report = new LinkedHashMap<String, String>();
        int found = 0;
        var mutants = chosen().toList();
        for (var mutant : mutants) {
            var place = Files.createDirectory(folder.resolve(mutant.name()));
            var finding = Hunt.of(mutant, place);
            if (finding != null) found++;
            report.put(mutant.name(), Hunt.row(mutant, finding));
            System.out.println(report.get(mutant.name()));
            Hunt.note(report);
        }
        System.out.println("MUTANTS tried=" + mutants.size() + " found=" + found);
        assertThat(found)
                .as("of %s mutants:\n%s", mutants.size(), String.join("\n", report.values()))
                .isGreaterThanOrEqualTo((mutants.size() * 95 + 99) / 100);
    }
}
