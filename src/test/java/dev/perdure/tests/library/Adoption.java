package dev.perdure.tests.library;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import dev.perdure.tests.compile.Compiled;
import dev.perdure.tests.compile.Source;
import dev.perdure.tests.compile.WarmJavac;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * A library's methods on their way to become durable ones. Awaits that are no Java where they were put (a generic call that
 * took its type from the place, say) are taken out again; methods that the processor refuses are left as they were.
 */
final class Adoption {
    private static final int ROUNDS = 40;
    private static final int METHODS = Integer.getInteger("perdure.library.methods", 80);

    private final WarmJavac javac;
    private final Library library;
    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final List<Candidate> candidates = new ArrayList<>();
    private final Map<String, Wrapped> wrapped = new LinkedHashMap<>();
    private final Map<Candidate, String> refused = new LinkedHashMap<>();
    private final Map<Candidate, String> broken = new LinkedHashMap<>();
    private int withdrawn;

    private Adoption(WarmJavac javac, Library library) {
        this.javac = javac;
        this.library = library;
        library.sources().forEach(source -> sources.put(source.path(), source));
    }

    /** What became of a library's methods. */
    static Adoption of(WarmJavac javac, Library library, long seed) {
        var adoption = new Adoption(javac, library);
        adoption.select(new Random(seed));
        return adoption;
    }

    private void select(Random random) {
        var task = (JavacTask) javac.task(sources.values());
        try {
            var units = new ArrayList<CompilationUnitTree>();
            task.parse().forEach(units::add);
            task.analyze();
            var trees = Trees.instance(task);
            for (var unit : units) {
                var source = source(path(unit.getSourceFile()));
                candidates.addAll(Selection.of(trees, task.getTypes(), unit, source, random));
            }
            while (candidates.size() > METHODS) candidates.remove(random.nextInt(candidates.size()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Compiles, and again without what does not compile. */
    Compiled compile() {
        String last = "";
        for (var round = 0; round < ROUNDS; round++) {
            wrap();
            var plain = javac.compile(texts());
            if (!plain.ok()) {
                last = plain.messages();
                plain.errors().forEach(this::withdraw);
                continue;
            }
            var processed = javac.process(texts());
            if (!processed.ok()) {
                last = processed.messages();
                processed.errors().forEach(this::refuse);
                continue;
            }
            var all = new ArrayList<>(texts());
            processed.generated().forEach((name, text) -> all.add(Source.of(name.replace('.', '/') + ".java", text)));
            var compiled = javac.compile(all);
            if (compiled.ok()) return compiled;
            last = compiled.messages();
            compiled.errors().forEach(this::breaks);
        }
        throw new AssertionError(library + " does not come to compile: " + last);
    }

    private void wrap() {
        wrapped.clear();
        candidates.stream()
                .collect(Collectors.groupingBy(Candidate::file, LinkedHashMap::new, Collectors.toList()))
                .forEach((file, ofFile) -> wrapped.put(file, new Wrapped(source(file), ofFile)));
    }

    private List<Source> texts() {
        return wrapped.values().stream().map(Wrapped::text).toList();
    }

    private Source source(String path) {
        var source = sources.get(path);
        if (source == null) throw new IllegalStateException("no source " + path);
        return source;
    }

    /** Takes out the await that is no Java. */
    private void withdraw(Diagnostic<? extends JavaFileObject> error) {
        var place = place(error);
        if (place == null) throw new AssertionError(Compiled.text(error));
        var candidate = place.method(error.getPosition());
        if (candidate == null) throw new AssertionError("outside of any method: " + Compiled.text(error));
        if (!candidates.contains(candidate)) return; // changed by an error before this one
        candidates.remove(candidate);
        var site = place.site(candidate, error.getPosition());
        var without = site == null ? null : candidate.without(site);
        withdrawn++;
        if (without != null && !without.sites().isEmpty()) candidates.add(without);
    }

    private void refuse(Diagnostic<? extends JavaFileObject> error) {
        var place = place(error);
        var candidate = place == null ? null : place.method(error.getPosition());
        if (candidate == null) throw new AssertionError(Compiled.text(error));
        if (candidates.remove(candidate)) refused.put(candidate, Compiled.text(error));
    }

    /** A machine is no Java. */
    private void breaks(Diagnostic<? extends JavaFileObject> error) {
        var name = error.getSource() == null ? "" : error.getSource().getName();
        var candidate = candidates.stream()
                .filter(one -> name.contains(one.method().getDeclaringClass().getSimpleName() + "_"
                        + one.method().getName() + "_"))
                .filter(one -> !name.matches(".*_[0-9a-f]+_Machine.java") || name.contains(hash(one)))
                .findFirst();
        if (candidate.isEmpty()) return;
        candidates.remove(candidate.get());
        broken.put(candidate.get(), Compiled.text(error));
    }

    private static String hash(Candidate candidate) {
        var names = java.util.Arrays.stream(candidate.method().getParameterTypes())
                .map(Class::getCanonicalName)
                .collect(Collectors.joining(","));
        return "_" + Integer.toHexString(names.hashCode()) + "_Machine";
    }

    private @Nullable Wrapped place(Diagnostic<? extends JavaFileObject> error) {
        return error.getSource() == null ? null : wrapped.get(path(error.getSource()));
    }

    /** The path of a source, which javac hides behind a wrapper of its own. */
    private static String path(JavaFileObject file) {
        return file.toUri().getPath().substring(1);
    }

    /** Methods that are durable now. */
    List<Candidate> adopted() {
        return List.copyOf(candidates);
    }

    /** Methods that the processor does not take, and what it says. */
    Map<Candidate, String> refused() {
        return refused;
    }

    /** Methods whose machines do not compile. */
    Map<Candidate, String> broken() {
        return broken;
    }

    /** How many awaits were taken out because they were no Java. */
    int withdrawn() {
        return withdrawn;
    }

    /** Loads the classes of the library anew, with the changed ones among them. */
    ClassLoader loader(Compiled compiled) {
        return new ClassLoader(Adoption.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (!name.startsWith(library.prefix())) return super.loadClass(name, resolve);
                synchronized (getClassLoadingLock(name)) {
                    var loaded = findLoadedClass(name);
                    return loaded != null ? loaded : findClass(name);
                }
            }

            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                var bytes = compiled.classes().get(name);
                if (bytes == null) bytes = original(name);
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
    }

    private static byte[] original(String name) throws ClassNotFoundException {
        try (var file = Adoption.class.getClassLoader().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (file == null) throw new ClassNotFoundException(name);
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(name, unreadable);
        }
    }
}
