package dev.perdure.tests.builds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.tests.compile.Javac;
import dev.perdure.tests.compile.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What a new user does first, on every JDK of this machine. */
class BuildTest {
    private static final String GREETINGS = "[Hello, Ann!, Hello, Dora!] 42";

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> plain_javac_with_a_processor_path_builds_a_project_that_runs() {
        return Jdk.all().stream().map(jdk -> DynamicTest.dynamicTest(jdk.toString(), () -> builds(jdk)));
    }

    @TestFactory
    Stream<DynamicTest> c112_every_warning_an_error_is_no_obstacle() {
        return Jdk.all().stream().map(jdk -> DynamicTest.dynamicTest(jdk.toString(), () -> buildsWithoutWarning(jdk)));
    }

    private void builds(Jdk jdk) throws Exception {
        var project = new Project(folder.resolve("plain-" + jdk.feature()));
        var compiled = project.compile(jdk);
        assertThat(compiled.status()).as(compiled.output()).isZero();
        var ran = project.run(jdk, "store");
        assertThat(ran.output()).contains(GREETINGS);
        assertThat(ran.status()).isZero();
        var again = project.run(jdk, "store");
        assertThat(again.output()).as("the same ids: the same runs").contains(GREETINGS);
    }

    private void buildsWithoutWarning(Jdk jdk) throws Exception {
        var project = new Project(folder.resolve("lint-" + jdk.feature()));
        var compiled = project.compile(jdk, "-Xlint:all", "-Werror", "--release", "17");
        assertThat(compiled.output()).isEmpty();
        assertThat(compiled.status()).isZero();
    }

    @Test
    void javac_in_this_process_gives_no_warning() {
        var compiled = Javac.compile(
                List.of(Source.of("shop/GreetingFlow.java", Project.FLOW)), "-Xlint:all", "-Werror", "-parameters");
        assertThat(compiled.messages()).isEmpty();
        assertThat(compiled.generated()).containsKey("shop.GreetingFlow_greet_Machine");
    }

    @Test
    void the_same_source_gives_the_same_machine_byte_for_byte() {
        var source = List.of(Source.of("shop/GreetingFlow.java", Project.FLOW));
        assertThat(Javac.compile(source).generated())
                .isEqualTo(Javac.compile(source).generated());
    }
}
