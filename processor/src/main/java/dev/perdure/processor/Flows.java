package dev.perdure.processor;

import dev.perdure.Finding;
import dev.perdure.processor.layout.Lock;
import dev.perdure.processor.read.SourceReader;
import dev.perdure.processor.read.Wishes;
import dev.perdure.processor.report.Reporter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** The durable methods of a compilation: those that have their machines, and those that wait for a round in which they compile. */
final class Flows {
    /** The option that asks for hints; {@code bare-call} is all there is. */
    static final String LINT = "perdure.lint";

    static final String BARE_CALL = "bare-call";

    private final Set<String> done = new HashSet<>();
    private final Map<String, SourceReader.Reading> pending = new LinkedHashMap<>();
    private final Set<String> hosts = new LinkedHashSet<>();
    private final SourceReader reader;
    private final Reporter reporter;
    private final Generator generator;

    /** @param lock what methods are held against, or null */
    Flows(ProcessingEnvironment env, @Nullable Lock lock) {
        reader = new SourceReader(
                env, new Wishes(lock != null, BARE_CALL.equals(env.getOptions().get(LINT))));
        reporter = new Reporter(reader::print);
        generator = new Generator(env, lock);
    }

    /** Takes in a round. */
    void see(RoundEnvironment round) {
        reader.see(round);
        reader.overriding(
                round,
                (method, above) -> reader.print(
                        Diagnostic.Kind.ERROR,
                        Finding.OVERRIDES_DURABLE.slug() + ": " + method.getSimpleName()
                                + " overrides a durable method of "
                                + above.getSimpleName()
                                + ", but is not durable itself: a run that calls it would lose its progress. Mark it"
                                + " @Durable, or make the method above final",
                        method));
    }

    /** Reads what is new or was not ready, and generates what is. */
    void take(Set<Element> methods, ProcessingEnvironment env) {
        for (var method : methods) hosts.add(SourceReader.hostOf(method, env));
        if (methods.isEmpty() && pending.isEmpty()) return;
        var machines = new ArrayList<Supplier<Started>>();
        var parts = reader.parts(hosts, Runtime.getRuntime().availableProcessors());
        try (var line = new SideThreads(1);
                var readers = new SideThreads(parts.size())) {
            var others = new ArrayList<Supplier<List<SourceReader.Reading>>>();
            for (var part : parts.subList(1, parts.size())) others.add(readers.put(() -> read(part)));
            reader.read(parts.get(0), reading -> take(reading, line, machines));
            for (var other : others) for (var reading : other.get()) take(reading, line, machines);
            for (var each : machines) finish(each.get());
        }
    }

    private List<SourceReader.Reading> read(List<String> part) {
        var readings = new ArrayList<SourceReader.Reading>();
        reader.read(part, readings::add);
        return readings;
    }

    /** A machine that is made while the next method is read. */
    private record Started(String host, Generator.Made machine) {}

    private void take(SourceReader.Reading reading, SideThreads line, List<Supplier<Started>> machines) {
        if (done.contains(reading.key())) return;
        var model = reading.model();
        if (reading.rewritten()) rewritten(reading);
        else if (model == null) {
            pending.put(reading.key(), reading);
            return;
        } else {
            boolean annotate = reader.ask(() -> generator.canSayGenerated(reader.type(reading.host())));
            machines.add(line.put(() -> new Started(reading.host(), generator.make(model, annotate))));
        }
        pending.remove(reading.key());
        done.add(reading.key());
    }

    private void finish(Started made) {
        generator.write(made.machine(), reader.type(made.host()));
        reporter.report(made.host(), made.machine().problems());
        reporter.hint(made.host(), made.machine().hints());
    }

    private void rewritten(SourceReader.Reading reading) {
        var method = reading.complaint();
        if (method == null) return;
        reporter.error(
                reading.host(),
                method.span(),
                Finding.UNSUITABLE_METHOD.slug() + ": another processor rewrites the body of " + method.text()
                        + ", as Lombok does for @NonNull parameters, @SneakyThrows, @Synchronized and @Cleanup."
                        + " What would run after a crash is what you wrote, not what it wrote. Write out what the"
                        + " annotation does, or move it to a method that this one awaits");
    }

    /** A class for which javac wrote code although we could not read a method of it: it must not pass unnoticed. */
    void compiled(String binaryName) {
        generator.compiled(binaryName);
        for (var reading : pending.values()) {
            var complaint = reading.complaint();
            if (complaint != null && reading.host().equals(binaryName))
                reporter.error(
                        reading.host(),
                        complaint.span(),
                        Finding.UNSUITABLE_METHOD.slug() + ": this compiles, but could not be read to be made durable: "
                                + complaint.text());
        }
    }
}
