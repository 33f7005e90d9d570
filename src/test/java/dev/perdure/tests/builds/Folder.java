package dev.perdure.tests.builds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.tests.compile.Javac;
import dev.perdure.tests.harness.Differential;
import dev.perdure.tests.harness.Effects;
import dev.perdure.tests.harness.Flow;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Sources in a folder, compiled by a javac in a process of its own: what the compiler is changed by stays in it. */
final class Folder {
    private static final int INPUTS = 4;
    private static final int CRASHES = 12;

    private final Path root;
    private final List<String> sources = new ArrayList<>();

    Folder(Path root) {
        this.root = root;
    }

    Path root() {
        return root;
    }

    Folder with(String name, String text) throws IOException {
        var file = root.resolve("src").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        sources.add("src/" + name);
        return this;
    }

    /** Compiles for the oldest Java that we support. */
    Forked compile(Jdk jdk, String... options) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(jdk.tool("javac"), "-d", "classes", "--release", "17", "-parameters"));
        command.addAll(Arrays.asList(options));
        command.addAll(sources);
        return Forked.run(root, command);
    }

    /** The compiled flow comes to the same in every way. */
    void holds(String host, Path... others) throws Exception {
        var urls = new ArrayList<URL>();
        urls.add(root.resolve("classes").toUri().toURL());
        for (var other : others) urls.add(other.toUri().toURL());
        try (var loader = new URLClassLoader(urls.toArray(URL[]::new), Folder.class.getClassLoader())) {
            var type = Class.forName(host, true, loader);
            var flow = new Flow(type, type.getMethod("run", int.class));
            for (var n = 0; n < INPUTS; n++) {
                var input = new Object[] {n};
                assertThat(new Differential(flow, Effects::new, input::clone).difference(CRASHES))
                        .isNull();
            }
        }
    }

    static String joined(String... paths) {
        return String.join(File.pathSeparator, paths);
    }

    static String entry(String name) {
        return Project.path(entry -> entry.replace('\\', '/').contains(name));
    }

    static String classPath() {
        return Javac.classPath();
    }
}
