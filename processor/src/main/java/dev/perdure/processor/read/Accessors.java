package dev.perdure.processor.read;

import dev.perdure.processor.model.Accessor;
import dev.perdure.processor.model.Hidden;
import dev.perdure.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** The members that the machine cannot name although the method may: each gets a method of the machine that reaches it. */
final class Accessors {
    private final Map<String, Accessor> made = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();
    private final TypeElement host;
    private final Elements elements;
    private final Types types;
    private final TypeReader reader;
    private final Visibility visibility;

    Accessors(TypeElement host, MethodReader.Universe universe, TypeReader reader, Visibility visibility) {
        this.host = host;
        this.elements = universe.elements();
        this.types = universe.types();
        this.reader = reader;
        this.visibility = visibility;
    }

    List<Accessor> all() {
        return new ArrayList<>(made.values());
    }

    /** Whether the host has type parameters. */
    boolean ofGenericHost() {
        return !host.getTypeParameters().isEmpty();
    }

    /** Whether generated code in the host's package may name a member. */
    boolean reachable(Element member) {
        if (!(member.getEnclosingElement() instanceof TypeElement owner)) return true;
        if (isLocal(owner)) return true;
        if (member.getModifiers().contains(Modifier.PRIVATE)) return false;
        if (Members.isPrivate(owner) && Members.isStatic(member)) return false;
        return !member.getModifiers().contains(Modifier.PROTECTED)
                || elements.getPackageOf(owner).equals(elements.getPackageOf(host));
    }

    /**
     * A type that stands in the way of an accessor: one that its signature would have to name; null if there is none.
     * The type of what an instance's member belongs to was named before that.
     */
    @Nullable
    Hidden obstacle(Element member) {
        if (!(member instanceof ExecutableElement code)) return visibility.hidden(member.asType());
        var named = new ArrayList<TypeMirror>();
        if (code.getKind() == ElementKind.CONSTRUCTOR)
            named.add(Words.owner(member).asType());
        named.add(code.getReturnType());
        code.getParameters().forEach(each -> named.add(each.asType()));
        code.getTypeParameters().forEach(each -> named.addAll(each.getBounds()));
        named.addAll(code.getThrownTypes());
        return visibility.first(named.stream());
    }

    /** A class as generated code names it where it asks for its members: a private one by its binary name, quoted. */
    private String named(TypeElement type) {
        return Members.isPrivate(type)
                ? '"' + elements.getBinaryName(type).toString() + '"'
                : reader.erased(type.asType());
    }

    /** Whether a class is declared in a method, or in a class that is. */
    static boolean isLocal(TypeElement type) {
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
                ofSuper ? above(owner) : isPrivate || Members.isPrivate(owner) ? owner : host,
                ofSuper ? host : self,
                method.getSimpleName().toString(),
                isStatic ? "" : TypeReader.text((ofSuper ? host : self).asType()),
                reader.read(seen(method, ofSuper ? host : self).getReturnType()).text(),
                reader.erased(method.getReturnType()));
    }

    /** Where super's members are looked for: what the host extends finds those of a class that cannot be named. */
    TypeElement above(TypeElement owner) {
        if (visibility.hidden(owner) == null) return owner;
        return Stream.concat(Stream.of(host.getSuperclass()), host.getInterfaces().stream())
                .filter(each -> types.isSubtype(types.erasure(each), erasure(owner)))
                .map(each -> (TypeElement) types.asElement(each))
                .findFirst()
                .orElse(owner);
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
                TypeReader.text(owner.asType()),
                reader.erased(owner.asType()));
    }

    Accessor read(VariableElement field) {
        return field(Accessor.Kind.READ, field);
    }

    Accessor write(VariableElement field) {
        return field(Accessor.Kind.WRITE, field);
    }

    /** A field's type as the class sees it in whose name it is reached. */
    TypeRef typeOf(VariableElement field) {
        var self = field.getModifiers().contains(Modifier.PRIVATE) ? Words.owner(field) : host;
        return reader.read(isInherited(field, self) ? types.asMemberOf(selfType(self), field) : field.asType());
    }

    private record Source(String text, String erased) {}

    private Accessor field(Accessor.Kind kind, VariableElement field) {
        var owner = Words.owner(field);
        var self = field.getModifiers().contains(Modifier.PRIVATE) ? owner : host;
        boolean isStatic = field.getModifiers().contains(Modifier.STATIC);
        var type = new Source(typeOf(field).text(), reader.erased(field.asType()));
        return made.computeIfAbsent(
                kind + " " + owner + " " + field,
                key -> new Accessor(
                        fresh((kind == Accessor.Kind.READ ? "$get_" : "$set_") + field.getSimpleName()),
                        kind,
                        named(owner),
                        named(self),
                        field.getSimpleName().toString(),
                        isStatic ? "" : typeParameters(self, null),
                        isStatic ? "" : TypeReader.text(self.asType()),
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
                        named(owner),
                        named(lookup),
                        member,
                        typeParameters(isStatic ? null : lookup, method),
                        receiver,
                        seen(method, lookup).getParameterTypes().stream()
                                .map(TypeReader::text)
                                .toList(),
                        method.getParameters().stream()
                                .map(each -> reader.erased(each.asType()))
                                .toList(),
                        method.isVarArgs(),
                        result,
                        erasedResult,
                        seen(method, lookup).getThrownTypes().stream()
                                .map(TypeReader::text)
                                .toList()));
    }

    /** A method's types as a class sees them that may have given its superclass type arguments. */
    private ExecutableType seen(ExecutableElement method, TypeElement from) {
        return (ExecutableType)
                (isInherited(method, from) ? types.asMemberOf(selfType(from), method) : method.asType());
    }

    private boolean isInherited(Element member, TypeElement from) {
        return !member.getModifiers().contains(Modifier.STATIC) && !from.equals(member.getEnclosingElement());
    }

    private static DeclaredType selfType(TypeElement type) {
        return (DeclaredType) type.asType();
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

    private String typeParameters(@Nullable TypeElement owner, @Nullable ExecutableElement method) {
        var all = new ArrayList<TypeParameterElement>();
        if (owner != null) all.addAll(owner.getTypeParameters());
        if (method != null) all.addAll(method.getTypeParameters());
        return typeParameters(all);
    }

    /** Type parameters in angle brackets with a blank behind, or nothing. */
    static String typeParameters(List<? extends TypeParameterElement> parameters) {
        if (parameters.isEmpty()) return "";
        return parameters.stream()
                .map(each -> each.getSimpleName() + bounds(each))
                .collect(Collectors.joining(", ", "<", "> "));
    }

    private static String bounds(TypeParameterElement parameter) {
        var bounds = parameter.getBounds().stream().map(TypeReader::text).collect(Collectors.joining(" & "));
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
