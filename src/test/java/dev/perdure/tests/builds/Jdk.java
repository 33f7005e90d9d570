package dev.perdure.tests.builds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A JDK of this machine.
 *
 * @param home its directory
 * @param feature its version: 17, 25 …
 */
record Jdk(Path home, int feature) {
    private static final int OLDEST = 17;

    /** The one that runs the tests, those that variables {@code JAVA_HOME…} name, and those installed beside; each version once. */
    static List<Jdk> all() {
        var homes = new LinkedHashSet<Path>();
        var own = Path.of(System.getProperty("java.home"));
        homes.add(own);
        System.getenv().forEach((name, value) -> {
            if (name.startsWith("JAVA_HOME")) homes.add(Path.of(value));
        });
        homes.addAll(siblings(own));
        var versions = new LinkedHashSet<Integer>();
        var jdks = new ArrayList<Jdk>();
        for (var home : homes) {
            var feature = feature(home);
            if (feature >= OLDEST && versions.add(feature)) jdks.add(new Jdk(home, feature));
        }
        return jdks;
    }

    private static Set<Path> siblings(Path home) {
        var parent = home.getParent();
        if (parent == null) return Set.of();
        try (Stream<Path> beside = Files.list(parent)) {
            return new LinkedHashSet<>(beside.sorted().toList());
        } catch (IOException unreadable) {
            return Set.of();
        }
    }

    /** The version, or 0 where there is no compiler. */
    private static int feature(Path home) {
        var release = home.resolve("release");
        if (!Files.isExecutable(home.resolve("bin/javac")) || !Files.isReadable(release)) return 0;
        var properties = new Properties();
        try (var in = Files.newInputStream(release)) {
            properties.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        var version = properties.getProperty("JAVA_VERSION", "0").replace("\"", "");
        return Runtime.Version.parse(version.replaceFirst("_.*", "")).feature();
    }

    /** A tool of it. */
    String tool(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    @Override
    public String toString() {
        return "JDK " + feature;
    }
}
