package dev.perdure.processor.read;

import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** How the class generated for a method is called; the runtime follows the same rule to find it. */
final class Machines {
    private final Elements elements;
    private final TypeReader types;

    Machines(Elements elements, TypeReader types) {
        this.elements = elements;
        this.types = types;
    }

    /** The qualified name of the class generated for a durable method. */
    String machineOf(ExecutableElement method) {
        var host = Words.owner(method);
        long overloads = ElementFilter.methodsIn(host.getEnclosedElements()).stream()
                .filter(other -> other.getSimpleName().equals(method.getSimpleName()) && Words.isDurable(other))
                .count();
        var suffix =
                overloads > 1 ? "_" + Integer.toHexString(parametersOf(method).hashCode()) : "";
        var binary = elements.getBinaryName(host).toString();
        return binary.replace('$', '_') + "_" + method.getSimpleName() + suffix + "_Machine";
    }

    /** The identity of a method, as the runtime spells it. */
    String identityOf(ExecutableElement method) {
        var host = Words.owner(method);
        return host.getQualifiedName() + "." + method.getSimpleName() + "(" + parametersOf(method) + ")";
    }

    private String parametersOf(ExecutableElement method) {
        return method.getParameters().stream()
                .map(each -> types.erased(each.asType()))
                .collect(Collectors.joining(","));
    }
}
