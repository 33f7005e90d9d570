package dev.perdure.processor.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Finds methods that override durable ones and are not durable: where they run, progress would be lost. */
final class Overrides {
    private final Elements elements;
    /** The durable methods of a class and of those above it. */
    private final Map<String, List<ExecutableElement>> durable = new HashMap<>();

    Overrides(Elements elements) {
        this.elements = elements;
    }

    /** A method, and the durable one that it overrides. */
    record Found(ExecutableElement method, ExecutableElement durable) {}

    List<Found> in(RoundEnvironment round) {
        var found = new ArrayList<Found>();
        for (var type : ElementFilter.typesIn(round.getRootElements())) look(type, found);
        return found;
    }

    private void look(TypeElement type, List<Found> found) {
        var above = above(type);
        if (!above.isEmpty())
            for (var method : ElementFilter.methodsIn(type.getEnclosedElements()))
                if (!Words.isDurable(method)) look(type, method, above, found);
        for (var nested : ElementFilter.typesIn(type.getEnclosedElements())) look(nested, found);
    }

    private void look(TypeElement type, ExecutableElement method, List<ExecutableElement> above, List<Found> found) {
        above.stream()
                .filter(each -> each.getSimpleName().equals(method.getSimpleName()))
                .filter(each -> elements.overrides(method, each, type))
                .findFirst()
                .ifPresent(each -> found.add(new Found(method, each)));
    }

    private List<ExecutableElement> above(TypeElement type) {
        var all = new ArrayList<ExecutableElement>();
        add(type.getSuperclass(), all);
        type.getInterfaces().forEach(each -> add(each, all));
        return all;
    }

    private void add(TypeMirror type, List<ExecutableElement> all) {
        if (!(type instanceof DeclaredType declared) || !(declared.asElement() instanceof TypeElement element)) return;
        var name = element.getQualifiedName().toString();
        if (name.startsWith("java.")) return;
        var known = durable.get(name);
        if (known == null) {
            known = above(element);
            for (var method : ElementFilter.methodsIn(element.getEnclosedElements()))
                if (Words.isDurable(method)) known.add(0, method);
            durable.put(name, known);
        }
        all.addAll(known);
    }
}
