package dev.perdure.tests.cases;

import dev.perdure.Run;
import dev.perdure.engine.Engine;
import dev.perdure.tests.compile.Javac;
import dev.perdure.tests.compile.Source;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/** Starts cases as users do: by method references, which only a compiler can make. */
final class Starters {
    private final List<Corpus.Case> cases;
    private final Method start;

    private Starters(List<Corpus.Case> cases, Method start) {
        this.cases = cases;
        this.start = start;
    }

    static Starters load() {
        var corpus = Corpus.load();
        var known = corpus.cases();
        var text = new StringBuilder("""
                package starters;

                public class All {
                    @SuppressWarnings("unchecked")
                    public static dev.perdure.Run<?> start(String name, dev.perdure.engine.Engine engine, String id, int n) {
                        return switch (name) {
                """);
        for (var one : known)
            text.append("case \"")
                    .append(one.name())
                    .append("\" -> engine.start(id, ")
                    .append(one.host().getCanonicalName())
                    .append(one.host().getTypeParameters().length > 0 ? "<String>" : "")
                    .append("::")
                    .append(one.name())
                    .append(", n);\n");
        text.append("default -> throw new IllegalArgumentException(name);\n};\n}\n}\n");
        var sources = new ArrayList<>(corpus.sources());
        sources.add(Source.of("starters/All.java", text.toString()));
        var compiled = Javac.compile(sources);
        if (!compiled.ok()) throw new AssertionError(compiled.messages());
        try {
            var loader = compiled.loader();
            var cases = Corpus.cases(corpus.sources(), loader);
            var all = Class.forName("starters.All", true, loader);
            return new Starters(cases, all.getMethod("start", String.class, Engine.class, String.class, int.class));
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("impossible", impossible);
        }
    }

    List<Corpus.Case> cases() {
        return cases;
    }

    Run<?> start(Corpus.Case one, Engine engine, String id, int n) {
        try {
            return (Run<?>) start.invoke(null, one.name(), engine, id, n);
        } catch (ReflectiveOperationException failed) {
            throw new LinkageError("failed", failed);
        }
    }
}
