package dev.perdure.tests.library;

import dev.perdure.tests.compile.Javac;
import dev.perdure.tests.compile.Source;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/**
 * A library whose classes and sources are both on the class path of the tests.
 *
 * @param artifact what its archives' names begin with
 * @param prefix what the names of its packages begin with
 * @param chosen which of its sources are used
 */
record Library(String artifact, String prefix, Pattern chosen) {
    private static final List<Library> ALL = List.of(
            new Library(
                    "commons-lang3", "org.apache.commons.lang3.", Pattern.compile("lang3/(math/|text/)?\\w+\\.java")),
            new Library("commons-codec", "org.apache.commons.codec.", Pattern.compile("codec/\\w+/\\w+\\.java")),
            new Library(
                    "commons-math3",
                    "org.apache.commons.math3.",
                    Pattern.compile(
                            "math3/(util|special|primes|fraction|complex|stat/inference|stat|analysis/\\w+)/\\w+\\.java")),
            new Library("commons-text", "org.apache.commons.text.", Pattern.compile("text/(\\w+/)?\\w+\\.java")),
            new Library("guava", "com.google.common.", Pattern.compile("common/(math|primitives|base)/\\w+\\.java")));

    /** Those that are tried; all under the Apache License 2.0. */
    static List<Library> tried() {
        var only = System.getProperty("perdure.library.only", "");
        return ALL.stream().filter(library -> library.artifact.startsWith(only)).toList();
    }

    /** The chosen sources. */
    List<Source> sources() {
        try (var archive = new JarFile(find("-sources.jar"))) {
            return archive.stream()
                    .filter(entry -> chosen.matcher(entry.getName()).find()
                            && !entry.getName().endsWith("-info.java"))
                    .map(entry -> Source.of(entry.getName(), text(archive, entry)))
                    .sorted((a, b) -> a.path().compareTo(b.path()))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String text(JarFile archive, JarEntry entry) {
        try (var bytes = archive.getInputStream(entry)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String find(String end) {
        return Arrays.stream(Javac.classPath().split(File.pathSeparator))
                .filter(entry -> new File(entry).getName().startsWith(artifact + "-") && entry.endsWith(end))
                .findFirst()
                .orElseThrow(() -> new AssertionError(artifact + end + " is not on the class path of the tests"));
    }

    /** What its classes need to compile, and themselves. */
    static boolean needed(String entry) {
        return !entry.endsWith("-sources.jar");
    }
}
