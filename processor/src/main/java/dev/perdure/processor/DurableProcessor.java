package dev.perdure.processor;

import com.google.auto.service.AutoService;
import dev.perdure.Durable;
import dev.perdure.Finding;
import dev.perdure.Step;
import dev.perdure.processor.layout.Lock;
import dev.perdure.processor.read.Watch;
import java.util.LinkedHashSet;
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
    /** Null where the compiler gives no access to its trees. */
    private @Nullable Flows flows;

    private @Nullable String badOption;
    private boolean over;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(Durable.class.getName(), Step.class.getName(), Generated.class.getName());
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(Lock.FOLDER, Lock.MODE, Flows.LINT);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public synchronized void init(ProcessingEnvironment env) {
        super.init(env);
        try {
            flows = new Flows(env, lock(env));
            var lint = env.getOptions().get(Flows.LINT);
            if (lint != null && !lint.equals(Flows.BARE_CALL) && badOption == null)
                badOption = Finding.BARE_CALL.slug() + ": there is no lint '" + lint + "'; write -A" + Flows.LINT + "="
                        + Flows.BARE_CALL + ", or leave the option out";
            Watch.classes(env, this::compiled);
        } catch (IllegalArgumentException | LinkageError e) {
            flows = null; // Not javac: said once there is something to compile.
        }
    }

    private @Nullable Lock lock(ProcessingEnvironment env) {
        try {
            return Lock.of(env.getOptions());
        } catch (Lock.BadOption bad) {
            badOption = bad.getMessage(); // said once there is something to lock
            return null;
        }
    }

    @Override
    @SuppressWarnings("DoNotClaimAnnotations") // they are ours alone, and javac warns of unclaimed ones
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        var durable = durable(annotations, round);
        over = round.processingOver();
        if (badOption != null && !durable.isEmpty()) {
            processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, badOption);
            badOption = null;
        }
        if (flows == null) {
            if (!durable.isEmpty()) unsupported();
        } else {
            flows.see(round);
            if (!over) flows.take(durable, processingEnv);
        }
        return true;
    }

    private void compiled(String binaryName) {
        if (flows != null && over) flows.compiled(binaryName);
    }

    /** Asks for the annotation as the compiler sees it: by class it would not be found in a named module. */
    private static Set<Element> durable(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return annotations.stream()
                .filter(each -> each.getQualifiedName().contentEquals(Durable.class.getName()))
                .flatMap(each -> round.getElementsAnnotatedWith(each).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void unsupported() {
        var text = ": this compiler does not give access to its syntax trees, which durable methods are generated from."
                + " Compile with javac";
        processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, Finding.UNSUPPORTED_COMPILER.slug() + text);
    }
}
