package dev.perdure.processor;

import com.google.auto.service.AutoService;
import dev.perdure.Durable;
import dev.perdure.Finding;
import dev.perdure.Step;
import dev.perdure.processor.read.SourceReader;
import dev.perdure.processor.read.Watch;
import dev.perdure.processor.report.Reporter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Generated;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Generates a state machine for each durable method: as soon as its body compiles, once. */
@AutoService(Processor.class)
public final class DurableProcessor extends AbstractProcessor {
    private final Set<String> done = new HashSet<>();
    private final Map<String, SourceReader.Reading> pending = new LinkedHashMap<>();
    private final Set<String> hosts = new LinkedHashSet<>();
    private @Nullable Parts parts;
    private boolean over;

    private record Parts(SourceReader reader, Reporter reporter, Generator generator) {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(Durable.class.getName(), Step.class.getName(), Generated.class.getName());
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public synchronized void init(ProcessingEnvironment env) {
        super.init(env);
        try {
            var reader = new SourceReader(env);
            parts = new Parts(reader, new Reporter(reader::print), new Generator(env));
            Watch.classes(env, this::compiled);
        } catch (IllegalArgumentException | LinkageError e) {
            parts = null; // Not javac: said once there is something to compile.
        }
    }

    @Override
    @SuppressWarnings("DoNotClaimAnnotations") // they are ours alone, and javac warns of unclaimed ones
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        var durable = durable(annotations, round);
        if (parts == null) {
            if (!durable.isEmpty()) unsupported();
            return true;
        }
        parts.reader().see(round);
        for (var method : durable) hosts.add(SourceReader.hostOf(method, processingEnv));
        if (round.processingOver()) {
            over = true;
        } else if (!durable.isEmpty() || !pending.isEmpty()) {
            for (var reading : parts.reader().read(hosts)) take(parts, reading);
        }
        return true;
    }

    /** Asks for the annotation as the compiler sees it: by class it would not be found in a named module. */
    private static Set<Element> durable(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return annotations.stream()
                .filter(each -> each.getQualifiedName().contentEquals(Durable.class.getName()))
                .flatMap(each -> round.getElementsAnnotatedWith(each).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void take(Parts parts, SourceReader.Reading reading) {
        if (done.contains(reading.key())) return;
        var model = reading.model();
        if (model == null) {
            pending.put(reading.key(), reading);
            return;
        }
        pending.remove(reading.key());
        done.add(reading.key());
        var origin = parts.reader().type(reading.host());
        parts.reporter().report(reading.host(), parts.generator().generate(model, origin));
    }

    /** A class for which javac wrote code although we could not read a method of it: it must not pass unnoticed. */
    private void compiled(String binaryName) {
        if (parts == null || !over) return;
        parts.generator().compiled(binaryName);
        for (var reading : pending.values()) {
            var complaint = reading.complaint();
            if (complaint != null && reading.host().equals(binaryName))
                parts.reporter().error(reading.host(), complaint.span(), unread(parts, reading.host(), complaint));
        }
    }

    private String unread(Parts parts, String host, SourceReader.Complaint complaint) {
        var module = processingEnv.getElementUtils().getModuleOf(parts.reader().type(host));
        boolean named = module != null && !module.isUnnamed();
        return Finding.NOT_LOWERED_YET.slug() + ": this compiles, but could not be read to be made durable: "
                + complaint.text()
                + (named
                        ? ". Durable methods in a named module are not supported yet: compile without module-info"
                        : "");
    }

    private void unsupported() {
        var text = ": this compiler does not give access to its syntax trees, which durable methods are generated from."
                + " Compile with javac";
        processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, Finding.UNSUPPORTED_COMPILER.slug() + text);
    }
}
