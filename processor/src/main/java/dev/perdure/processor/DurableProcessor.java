package dev.perdure.processor;

import com.google.auto.service.AutoService;
import dev.perdure.Durable;
import dev.perdure.Finding;
import dev.perdure.Step;
import dev.perdure.processor.check.Rules;
import dev.perdure.processor.emit.MachineEmitter;
import dev.perdure.processor.emit.Output;
import dev.perdure.processor.lower.Lowering;
import dev.perdure.processor.model.MethodModel;
import dev.perdure.processor.read.SourceReader;
import dev.perdure.processor.report.Reporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Generated;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Generates a state machine for each durable method: reads it, checks it, lowers it, writes it. */
@AutoService(Processor.class)
public final class DurableProcessor extends AbstractProcessor {
    private final Set<String> done = new HashSet<>();
    private final Map<String, SourceReader.Reading> pending = new LinkedHashMap<>();
    private final Set<String> hosts = new java.util.LinkedHashSet<>();
    private @Nullable SourceReader reader;
    private @Nullable Reporter reporter;

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
            reader = new SourceReader(env);
            reporter = new Reporter(reader::print);
        } catch (IllegalArgumentException | LinkageError e) {
            reader = null; // Not javac: said once, where there is something to compile.
        }
    }

    @Override
    @SuppressWarnings("DoNotClaimAnnotations") // they are ours alone, and javac warns of unclaimed ones
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        var durable = round.getElementsAnnotatedWith(Durable.class);
        if (reader == null || reporter == null) {
            if (!durable.isEmpty()) unsupported();
            return true;
        }
        reader.see(round);
        for (var method : durable)
            hosts.add(processingEnv
                    .getElementUtils()
                    .getBinaryName(SourceReader.hostOf(method))
                    .toString());
        if (round.processingOver()) {
            if (!round.errorRaised()) pending.values().forEach(this::complain);
        } else if (!durable.isEmpty() || !pending.isEmpty()) {
            var types = hosts.stream().map(this::type).toList();
            for (var reading : reader.read(types)) if (!done.contains(reading.key())) take(reading);
        }
        return true;
    }

    private TypeElement type(String host) {
        return processingEnv.getElementUtils().getTypeElement(host.replace('$', '.'));
    }

    private void take(SourceReader.Reading reading) {
        if (reading.model() == null) {
            pending.put(reading.key(), reading);
            return;
        }
        pending.remove(reading.key());
        done.add(reading.key());
        generate(reading.host(), reading.model());
    }

    private void generate(String host, MethodModel method) {
        var problems = Rules.ofSource(method);
        if (problems.isEmpty()) {
            var lowered = Lowering.lower(method);
            problems = Rules.ofPlan(method, lowered.plan());
            if (problems.isEmpty()) write(host, method, lowered);
        }
        java.util.Objects.requireNonNull(reporter).report(host, problems);
    }

    private void write(String host, MethodModel method, Lowering.Lowered lowered) {
        boolean annotate =
                processingEnv.getElementUtils().getTypeElement("javax.annotation.processing.Generated") != null;
        try {
            new Output(processingEnv.getFiler())
                    .write(method, MachineEmitter.emit(method, lowered, annotate), type(host));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the state machine of " + method.identity(), e);
        }
    }

    private void complain(SourceReader.Reading reading) {
        var complaint = reading.complaint();
        if (complaint != null)
            java.util.Objects.requireNonNull(reporter).error(reading.host(), complaint.span(), complaint.text());
    }

    private void unsupported() {
        processingEnv
                .getMessager()
                .printMessage(
                        Diagnostic.Kind.ERROR,
                        Finding.UNSUPPORTED_COMPILER.slug()
                                + ": this compiler does not give access to its syntax trees,"
                                + " which durable methods are generated from. Compile with javac");
    }
}
