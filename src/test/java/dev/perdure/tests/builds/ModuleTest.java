package dev.perdure.tests.builds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.tests.harness.Effects;
import dev.perdure.tests.harness.Steps;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Case 105: a flow in a named module, which uses types of another one and of a jar that is none, on every JDK. */
class ModuleTest {
    private static final String MODULE = """
            module shop {
                requires dev.perdure.dsl;
                requires dev.perdure.runtime;
                requires perdure.harness;
                requires far.words;
                requires plain.things;
            }
            """;
    private static final String FLOW = """
            package shop;

            import static dev.perdure.Perdure.await;
            import static far.words.Words.join;

            import dev.perdure.Durable;
            import dev.perdure.tests.harness.Effects;
            import far.words.Base;
            import far.words.Box;
            import far.words.Color;
            import far.words.Words;
            import java.util.ArrayList;
            import plain.things.Thing;

            public class ModFlow extends Base<String> {
                private final Effects fx;

                ModFlow(Effects fx) {
                    super(2);
                    this.fx = fx;
                }

                @Durable
                public String run(int n) throws far.words.Words.Trouble {
                    var box = new Box<>("b" + n, Color.GREEN);
                    var same = new Box<String>(n + "");
                    int first = await(() -> fx.num(box.value() + Words.LIMIT, n)).get();
                    var list = new ArrayList<Color>();
                    for (var color : Color.values()) {
                        list.add(color);
                        switch (color) {
                            case GREEN -> first += await(() -> fx.num("g", n)).get();
                            default -> first += new Thing<>(n).twice(n);
                        }
                    }
                    switch (n) {
                        case Words.LIMIT:
                            return "limit";
                        default:
                    }
                    try {
                        first += Words.length(box, same);
                        if (n == 2) Words.fail("two");
                        first += await(() -> Words.strictly(() -> fx.num("t", n))).get();
                    } catch (Words.Trouble e) {
                        return e.getMessage() + await(() -> fx.num("caught", n)).get();
                    }
                    return join(box.value(), guarded("x"), list) + shown() + first + Words.<String>same(box).color()
                            + new Words.Nested().number() + field + unexported(n);
                }

                @Durable
                public String unexported(int n) {
                    Words.Marked held = Words.token(n);
                    int first = await(() -> fx.num("marked", held.mark())).get();
                    var token = Words.token(first);
                    int more = Words.read(token) + super.kept + super.far(n) + far(n) + kept;
                    String sum = "";
                    for (Words.Marked each : Words.tokens(n)) sum += await(() -> fx.num("each", each.mark())).get();
                    return sum + more + await(() -> fx.num("token", more)).get() + held.mark();
                }

                @Override
                protected String shown() {
                    return "mine" + super.shown();
                }
            }
            """;
    /** Uses types of a package that is not exported, where they would have to be named. */
    private static final String REFUSED = """
            package shop;

            import static dev.perdure.Perdure.await;

            import dev.perdure.Durable;
            import far.words.Words;

            class Refused {
                @Durable
                int run(int n) {
                    var token = Words.token(n);
                    return await(() -> n).get() + Words.read(token);
                }

                @Durable
                int list(int n) {
                    var tokens = Words.tokens(n);
                    return await(() -> n).get() + tokens.size();
                }
            }
            """;

    private static final List<String> WORDS = List.of(
            "module far.words { exports far.words; }",
            "package far.words; public enum Color { RED { @Override public int level() { return 1; } }, GREEN {"
                    + " @Override public int level() { return 2; } }; public abstract int level(); }",
            "package far.words; public record Box<T extends Comparable<T>>(T value, Color color) {"
                    + " public Box(T value) { this(value, Color.RED); } }",
            "package far.words.inner; public record Token(int mark) implements far.words.Words.Marked { }",
            "package far.words.inner; public class Above { public int kept = 8; public int far(int n) { return n + 1; } }",
            "package far.words; public abstract class Base<T> extends far.words.inner.Above { protected final int field; private final Object hidden ="
                    + " new Object(); protected Base(int field) { this.field = field; } protected T guarded(T t) { return t; }"
                    + " protected String shown() { return \"base\"; } }",
            """
                package far.words;
                public final class Words {
                    public static final int LIMIT = 3;
                    private Words() {}
                    public static class Trouble extends Exception {
                        public Trouble(String text) { super(text); }
                    }
                    public static class Nested { public Number number() { return 4; } }
                    public interface Strictly<T, X extends Exception> { T get() throws X; }
                    public static <T, X extends Exception> T strictly(Strictly<? extends T, X> it) throws X { return it.get(); }
                    public sealed interface Marked permits far.words.inner.Token { int mark(); }
                    public static far.words.inner.Token token(int n) { return new far.words.inner.Token(n); }
                    public static java.util.List<far.words.inner.Token> tokens(int n) {
                        return java.util.List.of(token(n), token(n + 1));
                    }
                    public static int read(far.words.inner.Token token) { return token.mark(); }
                    public static void fail(String text) throws Trouble { throw new Trouble(text); }
                    public static int length(Box<?>... boxes) { return boxes.length; }
                    public static String join(Object... all) { return java.util.List.of(all).toString(); }
                    public static <T extends Comparable<T>> Box<T> same(Box<T> box) { return box; }
                }
                """);
    private static final String THING =
            "package plain.things; public class Thing<T> { private final T t; public Thing(T t) {"
                    + " this.t = t; } public int twice(int n) { return 2 * n + t.hashCode(); } }";

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> c105_a_flow_in_a_named_module() {
        return Jdk.all().stream().map(jdk -> DynamicTest.dynamicTest(jdk.toString(), () -> works(jdk)));
    }

    private void works(Jdk jdk) throws Exception {
        var root = folder.resolve(jdk.toString());
        var words = new Folder(root.resolve("words"));
        for (var text : WORDS) words.with(nameOf(text), text);
        assertThat(words.compile(jdk).output()).isEmpty();
        var things = new Folder(root.resolve("things")).with("plain/things/Thing.java", THING);
        assertThat(things.compile(jdk).output()).isEmpty();
        var path = modulePath(root);
        path.add(jar(root, "words", "", words.root().resolve("classes")));
        path.add(jar(root, "plain-things", "", things.root().resolve("classes")));
        var flow = new Folder(root.resolve("shop"))
                .with("module-info.java", MODULE)
                .with("shop/ModFlow.java", FLOW);
        assertThat(compile(flow, jdk, path).output()).isEmpty();
        flow.holds(
                "shop.ModFlow", words.root().resolve("classes"), things.root().resolve("classes"));
        var refused = new Folder(root.resolve("refused"))
                .with("module-info.java", MODULE)
                .with("shop/Refused.java", REFUSED);
        assertThat(findings(compile(refused, jdk, path)))
                .containsExactly("11 'token' (Token)", "17 'tokens' (List<Token>)");
        var open = compile(refused, jdk, path, "--add-exports", "far.words/far.words.inner=shop");
        assertThat(open.output()).isEmpty();
    }

    private static Forked compile(Folder sources, Jdk jdk, List<String> path, String... more) throws Exception {
        var options = new ArrayList<>(List.of(more));
        options.addAll(List.of("-Xlint:all,-requires-automatic", "-Werror"));
        options.addAll(List.of("--module-path", String.join(File.pathSeparator, path)));
        options.addAll(List.of("-processorpath", Project.processorPath()));
        return sources.compile(jdk, options.toArray(String[]::new));
    }

    /** Line and subject of each, where the package is said not to be seen. */
    private static List<String> findings(Forked compiled) {
        return Pattern.compile(
                        "Refused\\.java:(\\d+): error: perdure/hidden-type: the type of (.*?) has to be named .*?,"
                                + " but Token is in the package far\\.words\\.inner, which the module shop does not see")
                .matcher(compiled.output())
                .results()
                .map(each -> each.group(1) + " " + each.group(2))
                .toList();
    }

    private static String nameOf(String source) {
        if (source.startsWith("module ")) return "module-info.java";
        var name = source.replaceFirst(
                "(?s).*?public (?:final |abstract )?(?:enum|record|class|interface) (\\w+).*", "$1");
        return "far/words/" + name + ".java";
    }

    /** Ours as a user gets them: jars with a module's name in the manifest. */
    private static List<String> modulePath(Path root) throws Exception {
        var path = new ArrayList<String>();
        for (var entry : Folder.classPath().split(File.pathSeparator, -1)) {
            var name = entry.replace('\\', '/');
            if (name.contains("/jspecify")) path.add(entry);
            for (var module : List.of("dsl", "runtime")) {
                if (name.contains("/perdure-" + module)) path.add(entry);
                else if (name.contains("/" + module + "/") && Files.isDirectory(Path.of(entry)))
                    path.add(jar(root, module, "dev.perdure." + module, Path.of(entry)));
            }
        }
        var harness = root.resolve("harness");
        for (var type : List.of(Effects.class, Steps.class)) copy(type, harness);
        path.add(jar(root, "harness", "perdure.harness", harness));
        return path;
    }

    /** One class of many: of what it mentions only what it inherits has to be there. */
    private static void copy(Class<?> type, Path root) throws IOException {
        var place = type.getName().replace('.', '/') + ".class";
        Files.createDirectories(root.resolve(place).getParent());
        try (var bytes = type.getResourceAsStream("/" + place)) {
            if (bytes == null) throw new IOException("no " + place);
            Files.copy(bytes, root.resolve(place));
        }
    }

    private static String jar(Path root, String name, String module, Path classes) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (!module.isEmpty()) manifest.getMainAttributes().putValue("Automatic-Module-Name", module);
        var jar = root.resolve(name + ".jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var files = Files.walk(classes)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
        }
        return jar.toString();
    }
}
