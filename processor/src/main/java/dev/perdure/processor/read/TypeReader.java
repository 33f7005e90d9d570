package dev.perdure.processor.read;

import dev.perdure.processor.model.TypeRef;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.UnionType;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Turns the compiler's types into names that generated code can use. */
final class TypeReader {
    private static final Set<String> VALUE_LIKE = Set.of(
            "java.lang.String",
            "java.math.BigDecimal",
            "java.math.BigInteger",
            "java.util.UUID",
            "java.util.Optional",
            "java.lang.Void");

    private final Types types;
    private final Saveability saveability;
    private final Visibility visibility;
    /** The classes that were named so far. */
    final Set<TypeElement> mentioned = new HashSet<>();

    TypeReader(Types types, Saveability saveability, Visibility visibility) {
        this.types = types;
        this.saveability = saveability;
        this.visibility = visibility;
    }

    /** A type as generated code names it; types that have no name come as the nearest that has. */
    TypeRef read(@Nullable TypeMirror type) {
        if (type == null) throw new IllegalStateException("a tree without a type");
        if (type.getKind() == TypeKind.VOID) return TypeRef.VOID;
        if (type instanceof PrimitiveType) return TypeRef.primitive(plain(type));
        var named = denotable(type, 0);
        mention(named);
        var text = text(named);
        return new TypeRef(
                text,
                types.isSameType(named, type),
                erased(type),
                unboxed(named),
                unboxed(named) != null,
                reified(named),
                saved(named),
                type.getKind() == TypeKind.NULL ? null : saveability.obstacle(type),
                visibility.hidden(named),
                valueLike(named, new HashSet<>()),
                shown(type));
    }

    private void mention(TypeMirror type) {
        if (type instanceof ArrayType array) mention(array.getComponentType());
        else if (type instanceof WildcardType wildcard) {
            if (wildcard.getExtendsBound() != null) mention(wildcard.getExtendsBound());
            if (wildcard.getSuperBound() != null) mention(wildcard.getSuperBound());
        } else if (type instanceof DeclaredType declared) {
            mentioned.add((TypeElement) declared.asElement());
            declared.getTypeArguments().forEach(this::mention);
        }
    }

    /** The source form of a type, names qualified. */
    static String text(TypeMirror type) {
        if (type instanceof ArrayType array) return text(array.getComponentType()) + "[]";
        if (type instanceof WildcardType wildcard) return wildcard(wildcard);
        if (type instanceof DeclaredType declared) return ofClass(declared);
        if (type.getKind() == TypeKind.NULL || type.getKind() == TypeKind.NONE) return "java.lang.Object";
        return plain(type);
    }

    private static String plain(TypeMirror type) {
        if (type instanceof PrimitiveType) return type.getKind().name().toLowerCase(java.util.Locale.ROOT);
        if (type instanceof TypeVariable variable)
            return variable.asElement().getSimpleName().toString();
        return type.toString();
    }

    private static String ofClass(DeclaredType type) {
        var element = (TypeElement) type.asElement();
        var arguments = type.getTypeArguments();
        var suffix = arguments.isEmpty()
                ? ""
                : arguments.stream().map(TypeReader::text).collect(Collectors.joining(", ", "<", ">"));
        if (type.getEnclosingType() instanceof DeclaredType outer
                && !outer.getTypeArguments().isEmpty()) return ofClass(outer) + "." + element.getSimpleName() + suffix;
        return name(element) + suffix;
    }

    /** The qualified name of a class; the simple one of a local class. */
    static String name(TypeElement element) {
        var qualified = element.getQualifiedName().toString();
        return qualified.isEmpty() || element.getNestingKind() == NestingKind.LOCAL
                ? element.getSimpleName().toString()
                : qualified;
    }

    private static String wildcard(WildcardType wildcard) {
        if (wildcard.getExtendsBound() != null) return "? extends " + text(wildcard.getExtendsBound());
        if (wildcard.getSuperBound() != null) return "? super " + text(wildcard.getSuperBound());
        return "?";
    }

    /** The erasure's source form. */
    String erased(TypeMirror type) {
        if (type.getKind() == TypeKind.VOID) return "void";
        return text(denotable(types.erasure(type), 0));
    }

    private static final int DEEP = 6;

    private TypeMirror denotable(TypeMirror type, int depth) {
        if (type instanceof IntersectionType intersection)
            return denotable(intersection.getBounds().get(0), depth + 1);
        if (type instanceof UnionType union) return denotable(types.erasure(union), depth + 1);
        if (type instanceof TypeVariable variable && isCaptured(variable))
            return denotable(variable.getUpperBound(), depth + 1);
        if (type instanceof ArrayType array) return types.getArrayType(denotable(array.getComponentType(), depth));
        if (type instanceof DeclaredType declared) return denotableClass(declared, depth);
        return type;
    }

    private TypeMirror denotableClass(DeclaredType type, int depth) {
        var element = (TypeElement) type.asElement();
        if (element.getNestingKind() == NestingKind.ANONYMOUS) {
            var interfaces = element.getInterfaces();
            return denotable(interfaces.isEmpty() ? element.getSuperclass() : interfaces.get(0), depth + 1);
        }
        if (type.getTypeArguments().isEmpty()) return type;
        if (depth > DEEP) return types.erasure(type);
        var arguments = type.getTypeArguments().stream()
                .map(argument -> argument(argument, depth + 1))
                .toArray(TypeMirror[]::new);
        return type.getEnclosingType() instanceof DeclaredType outer
                        && !outer.getTypeArguments().isEmpty()
                ? types.getDeclaredType((DeclaredType) denotableClass(outer, depth + 1), element, arguments)
                : types.getDeclaredType(element, arguments);
    }

    private TypeMirror argument(TypeMirror argument, int depth) {
        if (argument instanceof TypeVariable variable && isCaptured(variable)) {
            var upper = depth > DEEP ? null : denotable(variable.getUpperBound(), depth);
            return types.getWildcardType(isObject(upper) ? null : upper, null);
        }
        if (argument instanceof IntersectionType) return types.getWildcardType(denotable(argument, depth), null);
        return argument instanceof WildcardType ? argument : denotable(argument, depth);
    }

    private static boolean isObject(@Nullable TypeMirror type) {
        return type == null || type.toString().equals("java.lang.Object");
    }

    private static boolean isCaptured(TypeVariable variable) {
        return variable.asElement().getSimpleName().toString().startsWith("<captured")
                || variable.toString().startsWith("capture#")
                || variable.toString().startsWith("capture of");
    }

    private @Nullable String unboxed(TypeMirror type) {
        if (!(type instanceof DeclaredType)) return null;
        try {
            return plain(types.unboxedType(type));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private String reified(TypeMirror type) {
        if (type instanceof WildcardType wildcard)
            return wildcard.getExtendsBound() == null ? "java.lang.Object.class" : reified(wildcard.getExtendsBound());
        if (type instanceof ArrayType array
                && array.getComponentType() instanceof DeclaredType component
                && !component.getTypeArguments().isEmpty())
            return "dev.perdure.machine.Types.arrayOf(" + reified(component) + ")";
        if (type instanceof DeclaredType declared
                && !declared.getTypeArguments().isEmpty())
            return "dev.perdure.machine.Types.of(" + erased(type) + ".class, "
                    + declared.getTypeArguments().stream().map(this::reified).collect(Collectors.joining(", "))
                    + ")";
        return erased(type) + ".class";
    }

    /** A type as lock files name it: what {@link #reified} makes at run time. */
    static String saved(TypeMirror type) {
        if (type instanceof WildcardType wildcard)
            return wildcard.getExtendsBound() == null ? "java.lang.Object" : saved(wildcard.getExtendsBound());
        if (type instanceof ArrayType array) return saved(array.getComponentType()) + "[]";
        if (!(type instanceof DeclaredType declared)) return text(type);
        var arguments = declared.getTypeArguments();
        return name((TypeElement) declared.asElement())
                + (arguments.isEmpty()
                        ? ""
                        : arguments.stream().map(TypeReader::saved).collect(Collectors.joining(", ", "<", ">")));
    }

    private boolean valueLike(TypeMirror type, Set<String> seen) {
        if (type.getKind().isPrimitive() || unboxed(type) != null) return true;
        if (!(type instanceof DeclaredType declared)) return false;
        var element = (TypeElement) declared.asElement();
        var name = element.getQualifiedName().toString();
        if (element.getKind() == ElementKind.ENUM || VALUE_LIKE.contains(name) || name.startsWith("java.time."))
            return declared.getTypeArguments().stream().allMatch(argument -> valueLike(argument, seen));
        return element.getKind() == ElementKind.RECORD;
    }

    /** The short form for messages. */
    String shown(TypeMirror type) {
        if (type instanceof IntersectionType both)
            return both.getBounds().stream().map(this::shown).collect(Collectors.joining(" & "));
        if (type instanceof DeclaredType declared) {
            var element = (TypeElement) declared.asElement();
            var name = element.getSimpleName().toString();
            List<? extends TypeMirror> arguments = declared.getTypeArguments();
            if (name.isEmpty()) return "an anonymous class";
            return arguments.isEmpty()
                    ? name
                    : name + arguments.stream().map(this::shown).collect(Collectors.joining(", ", "<", ">"));
        }
        if (type instanceof ArrayType array) return shown(array.getComponentType()) + "[]";
        return plain(type);
    }
}
