package dev.perdure.tests.builds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.tests.compile.Compiled;
import dev.perdure.tests.compile.Javac;
import dev.perdure.tests.compile.Source;
import dev.perdure.tests.harness.Differential;
import dev.perdure.tests.harness.Effects;
import dev.perdure.tests.harness.Flow;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases 104, 106, 107, 111, 114 to 116, and 118: the processor among others, with mistakes, and with much to do. */
class NeighbourTest {
    private static final String HEAD = """
            package shop;

            import static dev.perdure.Perdure.await;

            import dev.perdure.Durable;
            import dev.perdure.tests.harness.Effects;

            """;
    private static final String USER = HEAD + """
            public class User implements made.First {
                private final Effects fx;

                User(Effects fx) {
                    this.fx = fx;
                }

                @Override
                public int one() {
                    return 1;
                }

                @Durable
                public int run(int n) {
                    var second = new made.Second(await(() -> fx.num("a", n)).get());
                    int x = await(() -> fx.num("b", second.twice())).get();
                    return second.x() + x + one();
                }
            }
            """;

    @Test
    void c106_c107_types_that_other_processors_make_in_rounds_one_and_two() {
        for (var ours : List.of(true, false)) {
            var processors = ours
                    ? List.of(Javac.processor(), new GeneratingProcessor())
                    : List.of(new GeneratingProcessor(), Javac.processor());
            var compiled = Javac.compile(
                    List.of(Source.of("shop/User.java", USER)),
                    processors,
                    "-parameters",
                    "-Xlint:all,-processing",
                    "-Werror");
            assertThat(compiled.messages()).isEmpty();
            holds(compiled, "shop.User");
        }
    }

    private static String typo(String statement, String type) {
        return HEAD + """
                public class Typo {
                    @Durable
                    public int run(int n) {
                        return await(() -> n + 1).get() + %s;
                    }

                    public %s other(int n) {
                        return null;
                    }
                }
                """.formatted(statement, type);
    }

    private static List<Long> errorLines(String text) {
        return Javac.compile(List.of(Source.of("shop/Typo.java", text))).errors().stream()
                .map(error -> error.getLineNumber())
                .toList();
    }

    @Test
    void c111_a_typo_is_reported_once() {
        assertThat(errorLines(typo("n", "String"))).isEmpty();
        assertThat(errorLines(typo("m", "String"))).containsExactly(11L);
        assertThat(errorLines(typo("n", "Missing"))).containsExactly(14L);
    }

    @Test
    void c116_six_hundred_awaits_in_one_method() {
        var text = new StringBuilder(HEAD)
                .append(
                        "public class Many {\n    private final Effects fx;\n    Many(Effects fx) {\n        this.fx = fx;\n    }\n")
                .append("    @Durable\n    public int run(int n) {\n        int x = n;\n");
        for (var i = 0; i < 600; i++)
            text.append("        x = x * 31 + await(() -> fx.num(\"s")
                    .append(i)
                    .append("\", ")
                    .append(i)
                    .append(")).get();\n");
        text.append("        return x;\n    }\n}\n");
        var compiled = Javac.compile(List.of(Source.of("shop/Many.java", text.toString())));
        assertThat(compiled.ok()).as(compiled.messages()).isTrue();
        holds(compiled, "shop.Many");
    }

    @Test
    void c115_a_class_of_a_thousand_methods() {
        var text = new StringBuilder(HEAD)
                .append("public class Large {\n    private final Effects fx;\n")
                .append("    Large(Effects fx) {\n        this.fx = fx;\n    }\n");
        for (var i = 0; i < 1000; i++)
            text.append("    int m")
                    .append(i)
                    .append("(int n) {\n        var list = new java.util.ArrayList<>(java.util.List.of(n, ")
                    .append(i)
                    .append("));\n        return list.get(0) + list.size();\n    }\n");
        text.append("    @Durable\n    public int run(int n) {\n")
                .append("        return m999(await(() -> fx.num(\"a\", m0(n))).get());\n    }\n}\n");
        var compiled = Javac.compile(List.of(Source.of("shop/Large.java", text.toString())));
        assertThat(compiled.ok()).as(compiled.messages()).isTrue();
        holds(compiled, "shop.Large");
    }

    private static List<String> labels(String statements) {
        var text = HEAD + """
                public class Labels {
                    @Durable
                    public static int run(int n) {
                        int x = n;
                        %s
                        return x;
                    }
                }
                """.formatted(statements);
        var compiled = Javac.compile(List.of(Source.of("shop/Labels.java", text)));
        assertThat(compiled.ok()).as(compiled.messages()).isTrue();
        var machine = Objects.requireNonNull(compiled.generated().get("shop.Labels_run_Machine"));
        return Pattern.compile("// await '([^']+)'")
                .matcher(machine)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void c118_an_await_inserted_before_or_behind_changes_no_other_label() {
        var first = "x += await(() -> Math.abs(n)).get();";
        var second = "x += await(() -> Integer.signum(n)).get();";
        var inserted = "x += await(() -> Integer.bitCount(n)).get();";
        assertThat(labels(first + second)).containsExactly("abs", "signum");
        for (var statements : List.of(inserted + first + second, first + inserted + second, first + second + inserted))
            assertThat(labels(statements)).contains("bitCount").containsSubsequence("abs", "signum");
    }

    @Test
    void c104_types_of_a_library_on_the_class_path() {
        var text = HEAD + """
                public class Library {
                    private final Effects fx;

                    Library(Effects fx) {
                        this.fx = fx;
                    }

                    @Durable
                    public int run(int n) {
                        var offset = org.assertj.core.data.Offset.offset(n);
                        int x = offset.value + await(() -> fx.num("a", n)).get();
                        return x + org.assertj.core.data.Offset.offset(await(() -> fx.num("b", x)).get()).value;
                    }
                }
                """;
        var compiled = Javac.compile(List.of(Source.of("shop/Library.java", text)));
        assertThat(compiled.messages()).isEmpty();
        holds(compiled, "shop.Library");
    }

    @Test
    void c114_only_the_machine_of_a_touched_flow_is_made_again(@TempDir Path classes) throws IOException {
        var one = Source.of(
                "shop/User.java",
                USER.replace("implements made.First", "")
                        .replace("@Override", "")
                        .replace("new made.Second(", "new Other("));
        var other = Source.of("shop/Other.java", HEAD + """
                public record Other(int x) {
                    public int twice() {
                        return 2 * x;
                    }

                    @Durable
                    public static int run(int n) {
                        return await(() -> n + 1).get();
                    }
                }
                """);
        var both = Javac.compile(List.of(one, other));
        assertThat(both.messages()).isEmpty();
        for (var written : both.classes().entrySet()) {
            var file = classes.resolve(written.getKey().replace('.', '/') + ".class");
            Files.createDirectories(file.getParent());
            Files.write(file, written.getValue());
        }
        var again = Javac.compile(
                List.of(one),
                "-parameters",
                "-Xlint:none",
                "-classpath",
                classes + File.pathSeparator + Javac.classPath());
        assertThat(again.messages()).isEmpty();
        assertThat(again.generated().keySet()).containsExactly("shop.User_run_Machine");
        assertThat(again.generated().get("shop.User_run_Machine"))
                .isEqualTo(both.generated().get("shop.User_run_Machine"));
    }

    private static void holds(Compiled compiled, String name) {
        try {
            var host = Class.forName(name, true, compiled.loader());
            var flow = new Flow(host, host.getMethod("run", int.class));
            for (var n = 0; n < 3; n++) {
                var input = new Object[] {n};
                assertThat(new Differential(flow, Effects::new, input::clone).difference(10))
                        .isNull();
            }
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("impossible", impossible);
        }
    }
}
