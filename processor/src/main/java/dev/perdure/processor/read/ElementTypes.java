package dev.perdure.processor.read;

import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** What collections hold. */
final class ElementTypes {
    private final MethodReader.Universe universe;

    ElementTypes(MethodReader.Universe universe) {
        this.universe = universe;
    }

    /** The T of an Iterable of T. */
    TypeMirror of(TypeMirror source) {
        var types = universe.types();
        var elements = universe.elements();
        var iterable = elements.getTypeElement("java.lang.Iterable");
        var found = superType(source, iterable);
        return found == null || found.getTypeArguments().isEmpty()
                ? elements.getTypeElement("java.lang.Object").asType()
                : bound(types.capture(found.getTypeArguments().get(0)));
    }

    private TypeMirror bound(TypeMirror argument) {
        if (!(argument instanceof javax.lang.model.type.WildcardType wildcard)) return argument;
        var bound = wildcard.getExtendsBound();
        return bound == null
                ? universe.elements().getTypeElement("java.lang.Object").asType()
                : bound;
    }

    private @Nullable DeclaredType superType(TypeMirror type, TypeElement wanted) {
        if (type instanceof DeclaredType declared && declared.asElement().equals(wanted)) return declared;
        for (var above : universe.types().directSupertypes(type)) {
            var found = superType(above, wanted);
            if (found != null) return found;
        }
        return null;
    }
}
