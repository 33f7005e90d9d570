package dev.perdure.tests.builds;

import dev.perdure.tests.compile.Javac;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A user's project in a folder: two sources and nothing else. */
final class Project {
    static final String FLOW = """
            package shop;

            import static dev.perdure.Perdure.await;

            import dev.perdure.Durable;
            import dev.perdure.Step;
            import java.util.ArrayList;
            import java.util.List;

            public class GreetingFlow {
                private final Words words;

                public GreetingFlow(Words words) {
                    this.words = words;
                }

                public interface Words {
                    @Step(attempts = 3)
                    String greeting(String name);
                }

                @Durable
                public List<String> greet(List<String> names) {
                    var greetings = new ArrayList<String>();
                    for (var name : names) {
                        var greeting = words.greeting(name);
                        if (await(() -> name.length() > 2).named("long").get()) greetings.add(greeting);
                    }
                    return greetings;
                }

                @Durable
                public static int twice(int n) throws InterruptedException {
                    return 2 * await(() -> n + 1).withRetry(2).get();
                }
            }
            """;
    static final String MAIN = """
            package shop;

            import dev.perdure.engine.Engine;
            import dev.perdure.local.LocalStore;
            import java.nio.file.Path;
            import java.util.List;

            public final class Main {
                private Main() {}

                public static void main(String[] arguments) {
                    var flow = new GreetingFlow(name -> "Hello, " + name + "!");
                    try (var engine = Engine.open(LocalStore.at(Path.of(arguments[0]))).register(flow).start()) {
                        var run = engine.start("greeting-1", GreetingFlow::greet, List.of("Ann", "Bo", "Cy", "Dora"));
                        var twice = engine.start("twice-1", GreetingFlow::twice, 20);
                        System.out.println(run.result() + " " + twice.result());
                    }
                }
            }
            """;

    private final Path root;

    Project(Path root) throws IOException {
        this.root = root;
        Files.createDirectories(root.resolve("src/shop"));
        Files.createDirectories(root.resolve("classes"));
        Files.writeString(root.resolve("src/shop/GreetingFlow.java"), FLOW);
        Files.writeString(root.resolve("src/shop/Main.java"), MAIN);
    }

    Path root() {
        return root;
    }

    /** Plain javac, the processor on a path of its own. */
    Forked compile(Jdk jdk, String... options) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(jdk.tool("javac"), "-d", "classes"));
        command.addAll(List.of("-classpath", path(Project::runs)));
        command.addAll(List.of("-processorpath", path(Project::processes)));
        command.addAll(Arrays.asList(options));
        command.addAll(List.of("src/shop/GreetingFlow.java", "src/shop/Main.java"));
        return Forked.run(root, command);
    }

    Forked run(Jdk jdk, String folder) throws IOException, InterruptedException {
        var path = root.resolve("classes") + File.pathSeparator + path(Project::runs);
        var command = List.of(
                jdk.tool("java"), "--enable-native-access=ALL-UNNAMED", "-classpath", path, "shop.Main", folder);
        return Forked.run(root, command);
    }

    /** What a user's program has on its class path. */
    static String classPath() {
        return path(Project::runs);
    }

    /** What a user's compiler has on its processor path: ours, what it needs, and what others name. */
    static String processorPath() {
        return path(Project::processes);
    }

    /** The entries of the tests' class path that are wanted. */
    static String path(Predicate<String> wanted) {
        return Arrays.stream(Javac.classPath().split(File.pathSeparator))
                .filter(wanted)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean is(String entry, String... names) {
        var normal = entry.replace('\\', '/');
        return Arrays.stream(names).anyMatch(normal::contains);
    }

    /** What a user's program has on its class path. */
    private static boolean runs(String entry) {
        return is(
                entry,
                "/dsl/",
                "/runtime/",
                "perdure-dsl",
                "perdure-runtime",
                "/jspecify",
                "/failsafe",
                "/slf4j-",
                "/jackson-",
                "/sqlite-");
    }

    /** What a user's compiler has on its processor path. */
    private static boolean processes(String entry) {
        return is(entry, "/dsl/", "/processor/", "perdure-dsl", "perdure-processor", "/jspecify", "/javapoet");
    }
}
