package dev.perdure.processor;

import dev.perdure.processor.check.Rules;
import dev.perdure.processor.emit.MachineEmitter;
import dev.perdure.processor.emit.Output;
import dev.perdure.processor.layout.Lock;
import dev.perdure.processor.lower.Lowering;
import dev.perdure.processor.model.MethodModel;
import dev.perdure.processor.model.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Turns the model of a durable method into files, or into findings: check, lower, check, write. */
final class Generator {
    private final Output output;
    private final Elements elements;
    private final @Nullable Lock lock;

    /** @param lock what methods are held against, or null */
    Generator(ProcessingEnvironment env, @Nullable Lock lock) {
        this.lock = lock;
        output = new Output(env.getFiler());
        elements = env.getElementUtils();
    }

    /**
     * A machine that is to be written.
     *
     * @param problems why there is none
     * @param hints what may be wrong all the same
     */
    record Made(MethodModel method, String source, List<Problem> problems, List<Problem> hints) {}

    /**
     * Makes the method's machine. Asks the compiler nothing, so that any thread may do it.
     *
     * @param annotate whether the annotation {@code Generated} can be named
     */
    Made make(MethodModel method, boolean annotate) {
        var problems = ofSource(method);
        if (!problems.isEmpty()) return new Made(method, "", problems, List.of());
        var lowered = Lowering.lower(method);
        problems = ofPlan(method, lowered);
        if (problems.isEmpty() && lock != null) problems = lock.hold(method, lowered);
        var source = problems.isEmpty() ? MachineEmitter.emit(method, lowered, annotate) : "";
        return new Made(method, source, problems, hints(method));
    }

    private static List<Problem> ofSource(MethodModel method) {
        var problems = new ArrayList<>(Rules.ofSource(method));
        for (var lambda : method.lambdas()) problems.addAll(ofSource(lambda));
        return problems;
    }

    private static List<Problem> hints(MethodModel method) {
        var hints = new ArrayList<>(Rules.lints(method));
        for (var lambda : method.lambdas()) hints.addAll(hints(lambda));
        return hints;
    }

    private static List<Problem> ofPlan(MethodModel method, Lowering.Lowered lowered) {
        var problems = new ArrayList<>(Rules.ofPlan(method, lowered.plan()));
        for (int i = 0; i < method.lambdas().size(); i++)
            problems.addAll(ofPlan(method.lambdas().get(i), lowered.lambdas().get(i)));
        return problems;
    }

    /** Writes the machine, if there is one. */
    void write(Made made, Element origin) {
        if (!made.problems().isEmpty()) return;
        try {
            output.write(made.method(), made.source(), origin);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot write the state machine of " + made.method().identity(), e);
        }
    }

    /** A named module need not read the one with the annotation. */
    boolean canSayGenerated(Element origin) {
        var module = elements.getModuleOf(origin);
        var name = "javax.annotation.processing.Generated";
        return (module == null ? elements.getTypeElement(name) : elements.getTypeElement(module, name)) != null;
    }

    /** A class was compiled; if it is one of ours it gets the lines of its source. */
    void compiled(String binaryName) {
        try {
            output.compiled(binaryName);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot give " + binaryName + " the lines of its source", e);
        }
    }
}
