package dev.perdure.tests.builds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.tests.compile.Javac;
import dev.perdure.tests.compile.Source;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Case 114: the sample for Gradle, as far as it can be tested without one; its README says what is not. */
class GradleTest {
    private static final Path TREE = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Path SAMPLE = TREE.resolve("samples/gradle");
    private static final Pattern COORDINATES = Pattern.compile("'dev\\.perdure:perdure-([\\w-]+):([^']+)'");

    @TempDir
    Path folder;

    @Test
    void the_processor_is_registered_as_isolating() throws IOException {
        var name = Javac.processor().getClass().getName();
        try (var in = Javac.processor()
                .getClass()
                .getResourceAsStream("/META-INF/gradle/incremental.annotation.processors")) {
            assertThat(in).isNotNull();
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text.lines()).containsExactly(name + ",isolating");
        }
    }

    @Test
    void the_build_file_names_what_this_tree_makes() throws IOException {
        var parent = Files.readString(TREE.resolve("pom.xml"));
        var version =
                parent.replaceFirst("(?s).*?<artifactId>perdure-parent</artifactId>\\s*<version>([^<]+)<.*", "$1");
        var found = COORDINATES.matcher(text("build.gradle")).results().toList();
        assertThat(found).hasSize(2);
        for (var each : found) {
            assertThat(each.group(2)).isEqualTo(version);
            assertThat(Files.readString(TREE.resolve(each.group(1)).resolve("pom.xml")))
                    .contains("<artifactId>perdure-" + each.group(1) + "</artifactId>");
        }
        assertThat(text("build.gradle")).contains("JavaLanguageVersion.of(17)");
        assertThat(parent).contains("<maven.compiler.release>17</maven.compiler.release>");
    }

    @Test
    void the_readme_shows_what_the_build_file_says() throws IOException {
        var readme = Files.readString(TREE.resolve("README.md"));
        int start = readme.indexOf("```groovy\n") + "```groovy\n".length();
        assertThat(text("build.gradle")).contains(readme.substring(start, readme.indexOf("```", start)));
    }

    private static String text(String name) throws IOException {
        return Files.readString(SAMPLE.resolve(name));
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(SAMPLE.resolve("src/main/java"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** The options of the build file, and those that Gradle adds by itself. */
    @TestFactory
    Stream<DynamicTest> the_sample_compiles_as_gradle_would_compile_it_and_runs() {
        return Jdk.all().stream().map(jdk -> DynamicTest.dynamicTest(jdk.toString(), () -> works(jdk)));
    }

    private void works(Jdk jdk) throws Exception {
        var root = folder.resolve(jdk.toString());
        for (var made : List.of("classes", "generated", "headers")) Files.createDirectories(root.resolve(made));
        var command = new ArrayList<>(List.of(jdk.tool("javac"), "--release", "17", "-encoding", "UTF-8"));
        command.addAll(List.of("-d", "classes", "-h", "headers", "-g", "-sourcepath", "", "-s", "generated"));
        command.addAll(List.of("-proc:full", "-XDuseUnsharedTable=true", "-Xlint:all", "-Werror"));
        if (jdk.feature() < 21) command.remove("-proc:full");
        command.addAll(List.of("-classpath", Project.classPath(), "-processorpath", Project.processorPath()));
        for (var source : sources()) command.add(source.toString());
        var compiled = Forked.run(root, command);
        assertThat(compiled.output()).isEmpty();
        assertThat(compiled.status()).isZero();
        var path = root.resolve("classes") + File.pathSeparator + Project.classPath();
        var ran = Forked.run(
                root,
                List.of(
                        jdk.tool("java"),
                        "--enable-native-access=ALL-UNNAMED",
                        "-classpath",
                        path,
                        "shop.Main",
                        "store"));
        assertThat(ran.output()).contains("[letter to Ann, letter to Bo, letter to Cy]");
    }

    @Test
    void c114_each_written_file_has_one_originating_element_and_lies_where_gradle_allows_it() throws IOException {
        var processor = new LikeGradle(Javac.processor());
        var all = new ArrayList<Source>();
        for (var source : sources()) all.add(Source.of(SAMPLE.resolve("src/main/java"), source));
        var compiled = Javac.compile(all, List.of(processor));
        assertThat(compiled.messages()).isEmpty();
        assertThat(processor.written)
                .containsExactlyInAnyOrder(
                        "createSourceFile shop.GreetingFlow_greet_Machine of [shop.GreetingFlow]",
                        "createResource CLASS_OUTPUT of [shop.GreetingFlow]");
    }
}
