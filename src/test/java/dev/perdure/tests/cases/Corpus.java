package dev.perdure.tests.cases;

import dev.perdure.Durable;
import dev.perdure.tests.compile.Compiled;
import dev.perdure.tests.compile.Javac;
import dev.perdure.tests.compile.Source;
import dev.perdure.tests.harness.Flow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The flows below {@code cases/}: compiled with the processor all at once, and folder by folder where that fails. */
final class Corpus {
    private static final Path ROOT = Path.of("cases").toAbsolutePath();

    private Corpus() {}

    /** A flow's method, or why it is not there. */
    record Case(String name, Class<?> host, Method method) {
        Flow flow() {
            return new Flow(host, method);
        }
    }

    /** What could be compiled, and what the compiler said of the rest. */
    record Loaded(List<Source> sources, List<Case> cases, List<String> refusals) {}

    static Loaded load() {
        var all = sources(ROOT);
        var whole = Javac.compile(all);
        if (whole.ok()) return new Loaded(all, cases(all, whole), List.of());
        var cases = new ArrayList<Case>();
        var refusals = new ArrayList<String>();
        var accepted = new ArrayList<Source>();
        for (var folder : children(ROOT)) {
            var own = sources(folder);
            var part = Javac.compile(own);
            if (part.ok()) {
                cases.addAll(cases(own, part));
                accepted.addAll(own);
            } else oneByOne(own, accepted, cases, refusals);
        }
        return new Loaded(accepted, cases, refusals);
    }

    private static void oneByOne(List<Source> folder, List<Source> accepted, List<Case> cases, List<String> refusals) {
        for (var source : folder) {
            var sources = new ArrayList<>(folder.stream()
                    .filter(other -> !other.text().contains("@Durable"))
                    .toList());
            if (sources.contains(source)) {
                accepted.add(source);
                continue;
            }
            sources.add(source);
            var compiled = Javac.compile(sources);
            if (compiled.ok()) {
                cases.addAll(cases(List.of(source), compiled));
                accepted.add(source);
            } else refusals.add(source.path() + "\n" + compiled.messages());
        }
    }

    static List<Case> cases(List<Source> sources, Compiled compiled) {
        return cases(sources, compiled.loader());
    }

    static List<Case> cases(List<Source> sources, ClassLoader loader) {
        var cases = new ArrayList<Case>();
        for (var source : sources) add(cases, load(loader, source.className()));
        return cases;
    }

    private static void add(List<Case> cases, Class<?> host) {
        Arrays.stream(host.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Durable.class))
                .filter(method -> method.getName().matches("[cl]\\d{3}_.*"))
                .map(method -> new Case(method.getName(), host, method))
                .forEach(cases::add);
        for (var nested : host.getDeclaredClasses()) add(cases, nested);
    }

    private static Class<?> load(ClassLoader loader, String name) {
        try {
            return Class.forName(name, true, loader);
        } catch (ClassNotFoundException missing) {
            throw new LinkageError("missing", missing);
        }
    }

    private static List<Source> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(file -> Source.of(ROOT, file))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Path> children(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isDirectory).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
