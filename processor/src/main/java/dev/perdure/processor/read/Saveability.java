package dev.perdure.processor.read;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Which values can be saved, by their declared type. */
final class Saveability {
    private static final Set<String> PLAIN = Set.of(
            "java.lang.String",
            "java.lang.Boolean",
            "java.lang.Byte",
            "java.lang.Short",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Character",
            "java.lang.Float",
            "java.lang.Double",
            "java.lang.Void",
            "java.math.BigDecimal",
            "java.math.BigInteger",
            "java.util.UUID");
    private static final Set<String> HOLDERS = Set.of(
            "java.util.Optional",
            "java.util.OptionalInt",
            "java.util.OptionalLong",
            "java.util.OptionalDouble",
            "java.util.Collection",
            "java.util.SequencedCollection",
            "java.util.List",
            "java.util.ArrayList",
            "java.util.LinkedList",
            "java.util.Set",
            "java.util.SequencedSet",
            "java.util.SortedSet",
            "java.util.NavigableSet",
            "java.util.HashSet",
            "java.util.LinkedHashSet",
            "java.util.TreeSet",
            "java.util.Map",
            "java.util.SequencedMap",
            "java.util.SortedMap",
            "java.util.NavigableMap",
            "java.util.HashMap",
            "java.util.LinkedHashMap",
            "java.util.TreeMap",
            "java.util.Map.Entry",
            "java.util.Queue",
            "java.util.Deque",
            "java.util.ArrayDeque");
    private static final Set<String> HANDLES = Set.of("dev.perdure.Run");

    private final Elements elements;
    private final Types types;
    private final TypeMirror throwable;

    Saveability(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
        this.throwable = elements.getTypeElement("java.lang.Throwable").asType();
    }

    /** Why values of a type cannot be saved; null if they can. */
    @Nullable
    String obstacle(TypeMirror type) {
        return obstacle(type, new HashSet<>());
    }

    private @Nullable String obstacle(TypeMirror type, Set<String> seen) {
        if (type.getKind().isPrimitive() || type.getKind() == TypeKind.VOID || type.getKind() == TypeKind.NULL)
            return null;
        if (type instanceof ArrayType array) return obstacle(array.getComponentType(), seen);
        if (type instanceof WildcardType wildcard) return ofWildcard(wildcard, seen);
        if (type.getKind() == TypeKind.TYPEVAR)
            return "the type that stands for " + type + " is known to the caller alone";
        if (type instanceof DeclaredType declared) return ofClass(declared, seen);
        return "it has no class that could be named";
    }

    private @Nullable String ofWildcard(WildcardType wildcard, Set<String> seen) {
        var bound = wildcard.getExtendsBound();
        return bound == null ? "? could be anything" : obstacle(bound, seen);
    }

    private @Nullable String ofClass(DeclaredType type, Set<String> seen) {
        var element = (TypeElement) type.asElement();
        var name = element.getQualifiedName().toString();
        if (PLAIN.contains(name) || HANDLES.contains(name) || isJavaTime(element) || isThrowable(type)) return null;
        if (element.getKind() == ElementKind.ENUM || isEnumRoot(name)) return null;
        if (HOLDERS.contains(name)) return ofArguments(type, element, seen);
        if (!seen.add(types.erasure(type) + type.getTypeArguments().toString())) return null;
        if (element.getNestingKind() == javax.lang.model.element.NestingKind.ANONYMOUS)
            return "an anonymous class has no name to be found by again";
        if (element.getKind() == ElementKind.RECORD) return ofRecord(type, element, seen);
        if (element.getModifiers().contains(Modifier.SEALED)) return ofSealed(element, seen);
        return hint(element, name);
    }

    private static boolean isEnumRoot(String name) {
        return name.equals("java.lang.Enum");
    }

    private static String hint(TypeElement element, String name) {
        var simple = element.getSimpleName();
        if (name.equals("java.lang.Object")) return "an Object could be anything";
        if (element.getKind() == ElementKind.INTERFACE)
            return simple + " is an interface that any class may implement; a sealed interface of records can be saved";
        return simple + " is neither a record, an enum nor a type of the JDK whose values can be read back";
    }

    private @Nullable String ofArguments(DeclaredType type, TypeElement element, Set<String> seen) {
        if (type.getTypeArguments().isEmpty() && !element.getTypeParameters().isEmpty())
            return "a raw " + element.getSimpleName() + " could hold anything";
        for (var argument : type.getTypeArguments()) {
            var obstacle = obstacle(argument, seen);
            if (obstacle != null) return obstacle;
        }
        return null;
    }

    private @Nullable String ofRecord(DeclaredType type, TypeElement element, Set<String> seen) {
        for (var component : ElementFilter.recordComponentsIn(element.getEnclosedElements())) {
            var componentType = types.asMemberOf(type, component.getAccessor());
            var obstacle = obstacle(((javax.lang.model.type.ExecutableType) componentType).getReturnType(), seen);
            if (obstacle != null) return "in its component '" + component.getSimpleName() + "', " + obstacle;
        }
        return null;
    }

    private @Nullable String ofSealed(TypeElement element, Set<String> seen) {
        for (var permitted : permitted(element)) {
            var obstacle = obstacle(permitted, seen);
            if (obstacle != null) return "of its permitted types, " + obstacle;
        }
        return null;
    }

    private static List<? extends TypeMirror> permitted(TypeElement element) {
        return element.getPermittedSubclasses();
    }

    private boolean isJavaTime(TypeElement element) {
        return elements.getPackageOf(element).getQualifiedName().contentEquals("java.time");
    }

    private boolean isThrowable(DeclaredType type) {
        return types.isSubtype(types.erasure(type), throwable);
    }
}
