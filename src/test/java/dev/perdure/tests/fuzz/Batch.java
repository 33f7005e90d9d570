package dev.perdure.tests.fuzz;

import dev.perdure.tests.compile.Compiled;
import dev.perdure.tests.compile.Javac;
import dev.perdure.tests.compile.Source;
import dev.perdure.tests.harness.Flow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/** Programs compiled together, because a compiler's start costs more than a program; those that it refuses are set aside. */
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

            public class Host extends Programs {
            private final World fx;

            Host(Effects fx) {
            this.fx = (World) fx;
            }

            """;
    private static final Pattern HOST_METHOD = Pattern.compile("fuzz/Host\\.([a-z]+\\d*)");
    private static final int ROUNDS = 25;

    private final Map<String, Program> programs = new LinkedHashMap<>();
    /** Programs that cannot run, and why. */
    private final Map<Program, String> rejected = new LinkedHashMap<>();
    /** Programs whose state machine is no Java. */
    private final Map<Program, String> broken = new LinkedHashMap<>();

    private final Map<Program, Flow> flows = new LinkedHashMap<>();

    Batch(List<Program> programs) {
        programs.forEach(program -> this.programs.put(program.name(), program));
        compile();
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

    private void compile() {
        for (var round = 0; round < ROUNDS && !programs.isEmpty(); round++) {
            var text = new StringBuilder(HEAD);
            var lines = new ArrayList<Program>();
            for (var i = 0; i < HEAD.lines().count(); i++) lines.add(null);
            for (var program : programs.values()) {
                text.append(program.text());
                program.text().lines().forEach(line -> lines.add(program));
            }
            var compiled = Javac.compile(
                    List.of(Source.of("fuzz/Host.java", text.append("}\n").toString())));
            if (compiled.ok()) {
                if (load(compiled)) return;
                continue;
            }
            var before = programs.size();
            compiled.errors().forEach(error -> blame(error, lines));
            if (programs.size() == before) {
                divide(compiled);
                return;
            }
        }
    }

    /** Nobody knows whose error it is: tries one half and then the other. */
    private void divide(Compiled compiled) {
        var all = List.copyOf(programs.values());
        if (all.size() == 1) {
            broken.put(
                    all.get(0),
                    "does not compile: " + Compiled.text(compiled.errors().get(0)));
            return;
        }
        for (var half : List.of(all.subList(0, all.size() / 2), all.subList(all.size() / 2, all.size()))) {
            var batch = new Batch(half);
            flows.putAll(batch.flows);
            rejected.putAll(batch.rejected);
            broken.putAll(batch.broken);
        }
    }

    private void blame(Diagnostic<? extends JavaFileObject> error, List<@Nullable Program> lines) {
        var source = error.getSource();
        var inHost = source == null || source.getName().endsWith("Host.java");
        var line = (int) error.getLineNumber();
        var program =
                inHost ? line > 0 && line <= lines.size() ? lines.get(line - 1) : null : machine(source.getName());
        if (program == null) return;
        programs.remove(program.name());
        var text = Compiled.text(error);
        if (inHost && !broken.containsKey(program)) rejected.putIfAbsent(program, text);
        else if (!inHost) broken.putIfAbsent(program, "does not compile: " + text);
    }

    private @Nullable Program machine(String file) {
        return programs.values().stream()
                .filter(program -> file.contains("Host_" + program.name() + "_"))
                .findFirst()
                .orElse(null);
    }

    /** Loads the classes; at times javac 17 makes code of a switch expression that the JVM refuses, also without us. */
    private boolean load(Compiled compiled) {
        try {
            var host = Class.forName("fuzz.Host", true, compiled.loader());
            for (var method : host.getDeclaredMethods()) {
                var program = programs.get(method.getName());
                if (program != null) flows.put(program, new Flow(host, method));
            }
            return true;
        } catch (VerifyError refused) {
            var named = HOST_METHOD.matcher(refused.getMessage());
            if (!named.find()) throw refused;
            rejected.put(programs.remove(named.group(1)), "javac's own: VerifyError");
            return false;
        } catch (ClassNotFoundException missing) {
            throw new LinkageError("missing", missing);
        }
    }
}
