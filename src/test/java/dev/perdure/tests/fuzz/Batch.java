package dev.perdure.tests.fuzz;

import dev.perdure.tests.compile.Compiled;
import dev.perdure.tests.compile.Source;
import dev.perdure.tests.compile.WarmJavac;
import dev.perdure.tests.harness.Flow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * Programs compiled together, because a compiler's start costs more than a program: in one go where none is refused. Where
 * one is, javac stops behind the processor, and the others are compiled with the machines that it made.
 */
final class Batch {
    private static final String HEAD = """
            package fuzz;

            import static dev.perdure.Perdure.*;

            import dev.perdure.Durable;
            import dev.perdure.tests.fuzz.*;
            import dev.perdure.tests.harness.*;
            import java.math.BigDecimal;
            import java.time.*;
            import java.util.*;
            import java.util.function.*;

            public class %1$s extends Programs {
            private final World fx;

            %1$s(Effects fx) {
            this.fx = (World) fx;
            }

            """;
    /** A file that we name for a program, or that the processor named for it. */
    private static final Pattern FILE = Pattern.compile("([A-Z][a-z]*\\d*)(?:_\\w+_Machine)?\\.java$");

    private final WarmJavac javac;
    private final Map<String, Program> programs = new LinkedHashMap<>();
    /** Programs that cannot run, and why. */
    private final Map<Program, String> rejected = new LinkedHashMap<>();
    /** Programs whose state machine is no Java. */
    private final Map<Program, String> broken = new LinkedHashMap<>();

    private final Map<Program, Flow> flows = new LinkedHashMap<>();

    private Batch(WarmJavac javac, List<Program> programs) {
        this.javac = javac;
        programs.forEach(program -> this.programs.put(program.host(), program));
    }

    /** Programs with the machines that the processor makes of them. */
    static Batch of(WarmJavac javac, List<Program> programs) {
        var batch = new Batch(javac, programs);
        batch.take(
                javac.compileWithProcessor(programs.stream().map(Batch::source).toList()));
        return batch;
    }

    /** Programs with these machines. */
    static Batch of(WarmJavac javac, List<Program> programs, Map<String, List<Source>> machines) {
        var batch = new Batch(javac, programs);
        batch.compile(machines);
        return batch;
    }

    /** The machines of programs, by the class that a program is in. */
    static Map<String, List<Source>> machines(WarmJavac javac, List<Program> programs) {
        return machines(javac.process(programs.stream().map(Batch::source).toList()));
    }

    Map<Program, Flow> flows() {
        return flows;
    }

    Map<Program, String> rejected() {
        return rejected;
    }

    Map<Program, String> broken() {
        return broken;
    }

    private void take(Compiled compiled) {
        if (loaded(compiled)) return;
        var crashed = compiled.errors().stream().anyMatch(error -> error.getSource() == null);
        var processed = crashed ? javac.process(sources(Map.of())) : compiled;
        processed.errors().forEach(this::blame);
        compile(machines(processed));
    }

    /** Compiles those that are not to blame. */
    private void compile(Map<String, List<Source>> machines) {
        if (programs.isEmpty()) return;
        var compiled = javac.compile(sources(machines));
        if (loaded(compiled)) return;
        var before = programs.size();
        compiled.errors().forEach(this::blame);
        if (programs.size() < before) compile(machines);
        else divide(compiled, machines);
    }

    private boolean loaded(Compiled compiled) {
        if (!compiled.ok()) return false;
        var loader = compiled.loader();
        programs.values().forEach(program -> load(program, loader));
        return true;
    }

    private static Map<String, List<Source>> machines(Compiled processed) {
        var machines = new HashMap<String, List<Source>>();
        processed.generated().forEach((name, text) -> {
            var source = Source.of(name.replace('.', '/') + ".java", text);
            var file = FILE.matcher(source.path());
            if (!file.find()) throw new IllegalStateException(name);
            machines.computeIfAbsent(file.group(1), host -> new ArrayList<>()).add(source);
        });
        return machines;
    }

    private List<Source> sources(Map<String, List<Source>> machines) {
        var sources = new ArrayList<Source>();
        programs.forEach((host, program) -> {
            sources.add(source(program));
            sources.addAll(machines.getOrDefault(host, List.of()));
        });
        return sources;
    }

    private static Source source(Program program) {
        return Source.of("fuzz/" + program.host() + ".java", HEAD.formatted(program.host()) + program.text() + "}\n");
    }

    /**
     * Nobody knows whose error it is. javac writes class after class, so it should be that of the first program that misses
     * one: this is tried alone, and so are those before it and those behind it.
     */
    private void divide(Compiled compiled, Map<String, List<Source>> machines) {
        var all = List.copyOf(programs.values());
        if (all.size() == 1) {
            alone(all.get(0), Compiled.text(compiled.errors().get(0)));
            return;
        }
        var at = 0;
        while (at < all.size() - 1 && compiled.classes().keySet().containsAll(classes(all.get(at), machines))) at++;
        for (var part : List.of(all.subList(0, at), all.subList(at, at + 1), all.subList(at + 1, all.size()))) {
            if (part.isEmpty()) continue;
            var batch = of(javac, part, machines);
            flows.putAll(batch.flows);
            rejected.putAll(batch.rejected);
            broken.putAll(batch.broken);
        }
    }

    /** At times javac 17 crashes at a switch expression, also without us. */
    private void alone(Program program, String error) {
        if (javac.compile(List.of(source(program))).ok()) broken.put(program, "does not compile: " + error);
        else rejected.put(program, "javac's own: " + error);
    }

    private static List<String> classes(Program program, Map<String, List<Source>> machines) {
        var names = new ArrayList<>(List.of("fuzz." + program.host()));
        for (var machine : machines.getOrDefault(program.host(), List.of())) names.add(machine.className());
        return names;
    }

    private void blame(Diagnostic<? extends JavaFileObject> error) {
        var source = error.getSource();
        if (source == null) return;
        var file = FILE.matcher(source.getName());
        if (!file.find()) throw new IllegalStateException(Compiled.text(error));
        var program = programs.remove(file.group(1));
        if (program == null) return;
        var text = Compiled.text(error);
        if (file.group().startsWith(program.host() + ".")) rejected.put(program, text);
        else broken.put(program, "does not compile: " + text);
    }

    /** Loads a program; at times javac 17 makes code of a switch expression that the JVM refuses, also without us. */
    private void load(Program program, ClassLoader loader) {
        try {
            var host = Class.forName("fuzz." + program.host(), true, loader);
            for (var method : host.getDeclaredMethods())
                if (method.getName().equals(program.name())) flows.put(program, new Flow(host, method));
        } catch (VerifyError refused) {
            if (String.valueOf(refused.getMessage()).contains("fuzz/" + program.host() + "."))
                rejected.put(program, "javac's own: VerifyError");
            else broken.put(program, "does not compile: " + refused);
        } catch (LinkageError | ClassNotFoundException failed) {
            broken.put(program, "does not compile: " + failed);
        }
    }
}
