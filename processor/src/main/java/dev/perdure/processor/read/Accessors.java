package dev.perdure.processor.read;

import dev.perdure.processor.model.Accessor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The members that the machine cannot name although the method may: each gets a method of the machine that reaches it. */
final class Accessors {
    private final Map<String, Accessor> made = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();
    private final TypeElement host;
    private final Elements elements;
    private final Types types;
    private final TypeReader reader;

    Accessors(TypeElement host, Elements elements, Types types, TypeReader reader) {
        this.host = host;
        this.elements = elements;
        this.types = types;
        this.reader = reader;
    }

    List<Accessor> all() {
        return new ArrayList<>(made.values());
    }

    /** Whether generated code in the host's package may name a member. */
    boolean reachable(Element member) {
        if (!(member.getEnclosingElement() instanceof TypeElement owner)) return true;
        if (isLocal(owner)) return true;
        if (member.getModifiers().contains(Modifier.PRIVATE)) return false;
        return !member.getModifiers().contains(Modifier.PROTECTED)
                || elements.getPackageOf(owner).equals(elements.getPackageOf(host));
    }

    /** Whether generated code in the host's package may name a class. */
    boolean isSeen(TypeElement type) {
        boolean near = elements.getPackageOf(type).equals(elements.getPackageOf(host));
        for (Element at = type; at instanceof TypeElement; at = at.getEnclosingElement())
            if (!near && !at.getModifiers().contains(Modifier.PUBLIC)) return false;
        return true;
    }

    private static boolean isLocal(TypeElement type) {
        for (Element at = type; at instanceof TypeElement found; at = found.getEnclosingElement())
            if (found.getNestingKind().equals(javax.lang.model.element.NestingKind.LOCAL)
                    || found.getNestingKind().equals(javax.lang.model.element.NestingKind.ANONYMOUS)) return true;
        return false;
    }

    Accessor call(ExecutableElement method, boolean ofSuper) {
        var owner = Words.owner(method);
        boolean isPrivate = method.getModifiers().contains(Modifier.PRIVATE);
        boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
        var self = isPrivate ? owner : host;
        return add(
                ofSuper ? Accessor.Kind.CALL_SUPER : Accessor.Kind.CALL,
                method,
                ofSuper || isPrivate ? owner : host,
                ofSuper ? host : self,
                method.getSimpleName().toString(),
                isStatic ? "" : reader.text((ofSuper ? host : self).asType()),
                reader.read(method.getReturnType()).text(),
                reader.erased(method.getReturnType()));
    }

    Accessor create(ExecutableElement constructor) {
        var owner = Words.owner(constructor);
        return add(
                Accessor.Kind.CREATE,
                constructor,
                owner,
                owner,
                "new",
                "",
                reader.text(owner.asType()),
                reader.erased(owner.asType()));
    }

    Accessor read(VariableElement field) {
        return field(Accessor.Kind.READ, field);
    }

    Accessor write(VariableElement field) {
        return field(Accessor.Kind.WRITE, field);
    }

    private Accessor field(Accessor.Kind kind, VariableElement field) {
        var owner = Words.owner(field);
        var self = field.getModifiers().contains(Modifier.PRIVATE) ? owner : host;
        boolean isStatic = field.getModifiers().contains(Modifier.STATIC);
        var type = reader.read(field.asType());
        return made.computeIfAbsent(
                kind + " " + owner + " " + field,
                key -> new Accessor(
                        fresh((kind == Accessor.Kind.READ ? "$get_" : "$set_") + field.getSimpleName()),
                        kind,
                        reader.erased(owner.asType()),
                        reader.erased(self.asType()),
                        field.getSimpleName().toString(),
                        isStatic ? "" : typeParameters(self, null),
                        isStatic ? "" : reader.text(self.asType()),
                        kind == Accessor.Kind.READ ? List.of() : List.of(type.text()),
                        kind == Accessor.Kind.READ ? List.of() : List.of(type.erased()),
                        false,
                        type.text(),
                        type.erased(),
                        List.of()));
    }

    private Accessor add(
            Accessor.Kind kind,
            ExecutableElement method,
            TypeElement owner,
            TypeElement lookup,
            String member,
            String receiver,
            String result,
            String erasedResult) {
        boolean isStatic = receiver.isEmpty() && kind != Accessor.Kind.CREATE;
        return made.computeIfAbsent(
                kind + " " + method.getEnclosingElement() + "." + method,
                key -> new Accessor(
                        fresh(prefix(kind) + (kind == Accessor.Kind.CREATE ? owner.getSimpleName() : member)),
                        kind,
                        reader.erased(owner.asType()),
                        reader.erased(lookup.asType()),
                        member,
                        typeParameters(isStatic ? null : lookup, method),
                        receiver,
                        method.getParameters().stream()
                                .map(each -> reader.text(each.asType()))
                                .toList(),
                        method.getParameters().stream()
                                .map(each -> reader.erased(each.asType()))
                                .toList(),
                        method.isVarArgs(),
                        result,
                        erasedResult,
                        method.getThrownTypes().stream().map(reader::text).toList()));
    }

    private static String prefix(Accessor.Kind kind) {
        return switch (kind) {
            case CREATE -> "$new_";
            case CALL_SUPER -> "$super_";
            default -> "$call_";
        };
    }

    /** A name that no other accessor has. */
    String fresh(String wanted) {
        var name = wanted;
        for (int i = 2; !names.add(name); i++) name = wanted + "_" + i;
        return name;
    }

    private String typeParameters(
            @org.jspecify.annotations.Nullable TypeElement owner,
            @org.jspecify.annotations.Nullable ExecutableElement method) {
        var all = new ArrayList<TypeParameterElement>();
        if (owner != null) all.addAll(owner.getTypeParameters());
        if (method != null) all.addAll(method.getTypeParameters());
        return typeParameters(all, reader);
    }

    /** Type parameters in angle brackets with a blank behind, or nothing. */
    static String typeParameters(List<? extends TypeParameterElement> parameters, TypeReader reader) {
        if (parameters.isEmpty()) return "";
        return parameters.stream()
                .map(each -> each.getSimpleName() + bounds(each, reader))
                .collect(Collectors.joining(", ", "<", "> "));
    }

    private static String bounds(TypeParameterElement parameter, TypeReader reader) {
        var bounds = parameter.getBounds().stream().map(reader::text).collect(Collectors.joining(" & "));
        return bounds.equals("java.lang.Object") || bounds.isEmpty() ? "" : " extends " + bounds;
    }

    /** Whether a member belongs to an instance of a class or of one below it. */
    boolean memberOf(TypeElement type, Element member) {
        return member.getEnclosingElement() instanceof TypeElement owner
                && types.isSubtype(erasure(type), erasure(owner));
    }

    private TypeMirror erasure(TypeElement type) {
        return types.erasure(type.asType());
    }

    static boolean isField(Element element) {
        return element.getKind() == ElementKind.FIELD || element.getKind() == ElementKind.ENUM_CONSTANT;
    }
}
