package dev.perdure.tests.builds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.tests.compile.Javac;
import dev.perdure.tests.compile.Source;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How large generated methods become. */
class SizeTest {
    /** HotSpot never compiles a method of more bytes than this: it would be interpreted for ever. */
    private static final int COMPILED = 8_000;

    private static final Pattern METHOD = Pattern.compile("  \\S.*? (\\S+)\\(.*\\).*;");
    private static final Pattern CODE = Pattern.compile(" +(\\d+): \\w+.*");

    @TempDir
    Path folder = Path.of("");

    @Test
    void c117_every_part_of_a_method_of_a_hundred_awaits_is_short_enough_for_the_jit() throws IOException {
        var sizes = sizes("Many_run_Machine", many(100));
        assertThat(sizes.keySet().stream().filter(name -> name.startsWith("$step")))
                .hasSizeGreaterThan(2);
        assertThat(sizes).allSatisfy((name, size) -> {
            if (name.startsWith("$step")) assertThat(size).as(name).isLessThan(COMPILED);
        });
    }

    private static String many(int awaits) {
        var text = new StringBuilder("""
                import static dev.perdure.Perdure.await;

                public class Many {
                    static int call(int n) {
                        return n;
                    }

                    @dev.perdure.Durable
                    public int run(int n) {
                        int x = n;
                """);
        for (var i = 0; i < awaits; i++)
            text.append("        if (x > ")
                    .append(i)
                    .append(") x = x * 31 + await(() -> call(")
                    .append(i)
                    .append(")).withRetry(3).get();\n");
        return text.append("        return x;\n    }\n}\n").toString();
    }

    /** The bytes of code of each method of a class. */
    private Map<String, Integer> sizes(String name, String source) throws IOException {
        var compiled = Javac.compile(List.of(Source.of("Many.java", source)));
        assertThat(compiled.ok()).as(compiled.messages()).isTrue();
        var file =
                Files.write(folder.resolve(name + ".class"), compiled.classes().get(name));
        var text = new StringWriter();
        ToolProvider.findFirst("javap")
                .orElseThrow()
                .run(new PrintWriter(text), new PrintWriter(text), "-c", "-p", file.toString());
        var sizes = new TreeMap<String, Integer>();
        var method = "";
        for (var line : text.toString().lines().toList()) {
            var head = METHOD.matcher(line);
            var code = CODE.matcher(line);
            if (head.matches()) method = head.group(1);
            else if (code.matches()) sizes.put(method, Integer.valueOf(code.group(1)));
        }
        return sizes;
    }
}
