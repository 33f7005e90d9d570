package dev.perdure.processor.read;

import dev.perdure.processor.model.Hidden;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Which classes the machine can name. It stands beside the host: it sees what is package-private there and what is public
 * elsewhere, but not what the host has inherited or may keep to itself. A method can use more than it can name.
 */
final class Visibility {
    private final Map<TypeElement, Optional<Hidden>> known = new HashMap<>();
    private final TypeElement host;
    private final Elements elements;
    private final Exports exports;

    Visibility(TypeElement host, Elements elements, Exports exports) {
        this.host = host;
        this.elements = elements;
        this.exports = exports;
    }

    /** The first class in a type that cannot be named; null if there is none. */
    @Nullable
    Hidden hidden(@Nullable TypeMirror type) {
        if (type instanceof ArrayType array) return hidden(array.getComponentType());
        if (type instanceof WildcardType wildcard) {
            var bound = wildcard.getExtendsBound();
            return hidden(bound == null ? wildcard.getSuperBound() : bound);
        }
        if (!(type instanceof DeclaredType declared)) return null;
        var own = hidden((TypeElement) declared.asElement());
        return own != null ? own : first(declared.getTypeArguments().stream());
    }

    /** The first class in any of these types that cannot be named; null if there is none. */
    @Nullable
    Hidden first(Stream<? extends TypeMirror> types) {
        return types.map(this::hidden).filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** Why a class cannot be named; null if it can. Local classes can: they are lifted to where the machine is. */
    @Nullable
    Hidden hidden(TypeElement type) {
        return known.computeIfAbsent(type, each -> Optional.ofNullable(find(each)))
                .orElse(null);
    }

    private @Nullable Hidden find(TypeElement type) {
        if (Accessors.isLocal(type)) return null;
        var declared = declaredHidden(type);
        return declared != null || isNear(type) ? declared : ofModule(type);
    }

    /** The same by its modifiers and those of the classes round it alone: of modules javac itself speaks, where it is named. */
    @Nullable
    Hidden declaredHidden(TypeElement type) {
        for (Element at = type; at instanceof TypeElement each; at = at.getEnclosingElement()) {
            var found = ofItself(each);
            if (found != null) return found;
        }
        return null;
    }

    /** The same by its own modifiers alone. */
    @Nullable
    Hidden ofItself(TypeElement type) {
        var modifiers = type.getModifiers();
        if (modifiers.contains(Modifier.PRIVATE)) return new Hidden(name(type), is(type, "private"), true);
        if (modifiers.contains(Modifier.PUBLIC) || isNear(type) || Accessors.isLocal(type)) return null;
        var word = modifiers.contains(Modifier.PROTECTED) ? "protected" : "package-private";
        return new Hidden(name(type), is(type, word), false);
    }

    private String is(TypeElement type, String word) {
        var where = type.getEnclosingElement() instanceof TypeElement outer
                ? outer.getSimpleName()
                : elements.getPackageOf(type).getQualifiedName();
        return name(type) + " is " + word + " in " + where;
    }

    private static String name(TypeElement type) {
        return type.getSimpleName().toString();
    }

    private @Nullable Hidden ofModule(TypeElement type) {
        var room = elements.getPackageOf(type).getQualifiedName().toString();
        if (exports.sees(host, room)) return null;
        var why = name(type) + " is in the package " + room + ", which " + exports.name(host) + " does not see";
        return new Hidden(name(type), why, false);
    }

    private boolean isNear(TypeElement type) {
        return elements.getPackageOf(type).equals(elements.getPackageOf(host));
    }
}
