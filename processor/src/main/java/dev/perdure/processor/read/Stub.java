package dev.perdure.processor.read;

import dev.perdure.processor.model.Text;
import dev.perdure.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * A class as a source: what can be seen of it, and nothing in the bodies. The compiler gives nobody the bytes of a class in a
 * named module, but it tells everything about its members.
 */
final class Stub {
    private final StringBuilder text = new StringBuilder();

    private Stub() {}

    /** The source of a class that has one of its own. */
    static String of(TypeElement type, String packageName) {
        var stub = new Stub();
        if (!packageName.isEmpty()) stub.add("package ", packageName, ";\n");
        stub.type(type);
        return stub.text.toString();
    }

    private void add(String... parts) {
        for (var part : parts) text.append(part);
    }

    /** A library may mention classes that are not there; what mentions them is left out, as nobody can use it. */
    private void perhaps(Runnable part) {
        int before = text.length();
        try {
            part.run();
        } catch (RuntimeException missing) {
            text.setLength(before);
        }
    }

    private static boolean isSeen(Element member) {
        return !member.getModifiers().contains(Modifier.PRIVATE);
    }

    // ---- types

    private void type(TypeElement type) {
        words(type);
        add(
                modifiers(type),
                word(type.getKind()),
                " ",
                type.getSimpleName().toString(),
                parameters(type.getTypeParameters()));
        if (type.getKind() == ElementKind.RECORD)
            add(type.getRecordComponents().stream()
                    .map(each -> TypeReader.text(each.asType()) + " " + each.getSimpleName())
                    .collect(Collectors.joining(", ", "(", ")")));
        perhaps(() -> above(type));
        add(" {\n");
        if (type.getKind() == ElementKind.ENUM) add(constants(type), ";\n");
        for (var member : type.getEnclosedElements()) perhaps(() -> member(type, member));
        add("}\n");
    }

    private void above(TypeElement type) {
        if (type.getKind() == ElementKind.CLASS && type.getSuperclass().getKind() != TypeKind.NONE)
            add(" extends ", TypeReader.text(type.getSuperclass()));
        if (type.getKind() != ElementKind.ANNOTATION_TYPE)
            add(list(type.getKind() == ElementKind.INTERFACE ? " extends " : " implements ", type.getInterfaces()));
        if (type.getKind() != ElementKind.ENUM) add(list(" permits ", type.getPermittedSubclasses()));
    }

    private void member(TypeElement type, Element member) {
        if (member instanceof VariableElement field) field(type, field);
        else if (member instanceof ExecutableElement code) executable(type, code);
        else if (member instanceof TypeElement nested && isSeen(nested)) type(nested);
    }

    private void executable(TypeElement type, ExecutableElement code) {
        if (code.getKind() == ElementKind.CONSTRUCTOR) constructor(type, code);
        else if (code.getKind() == ElementKind.METHOD) method(type, code);
    }

    /** Our own annotations. */
    private void words(Element element) {
        for (var each : element.getAnnotationMirrors())
            if (each.getAnnotationType().toString().startsWith("dev.perdure.")) add(each + " ");
    }

    private static String word(ElementKind kind) {
        return switch (kind) {
            case INTERFACE -> "interface";
            case ENUM -> "enum";
            case RECORD -> "record";
            case ANNOTATION_TYPE -> "@interface";
            default -> "class";
        };
    }

    private static String modifiers(TypeElement type) {
        var all = new ArrayList<Modifier>(type.getModifiers());
        if (type.getKind() != ElementKind.CLASS) all.removeAll(List.of(Modifier.ABSTRACT, Modifier.FINAL));
        if (type.getKind() == ElementKind.ENUM || type.getKind() == ElementKind.RECORD) all.remove(Modifier.SEALED);
        return joined(all);
    }

    private static String joined(Iterable<Modifier> modifiers) {
        var text = new StringBuilder();
        for (var each : modifiers) text.append(each).append(' ');
        return text.toString();
    }

    private static String constants(TypeElement type) {
        return type.getEnclosedElements().stream()
                .filter(each -> each.getKind() == ElementKind.ENUM_CONSTANT)
                .map(each -> each.getSimpleName().toString())
                .collect(Collectors.joining(", "));
    }

    // ---- members

    private void field(TypeElement type, VariableElement field) {
        boolean ofRecord =
                type.getKind() == ElementKind.RECORD && !field.getModifiers().contains(Modifier.STATIC);
        if (!isSeen(field) || ofRecord || field.getKind() == ElementKind.ENUM_CONSTANT) return;
        var constant = field.getConstantValue();
        var value = constant != null ? Text.literal(constant) : empty(field.asType());
        add(
                joined(field.getModifiers()),
                TypeReader.text(field.asType()),
                " " + field.getSimpleName(),
                " = ",
                value,
                ";\n");
    }

    /** A value that is no constant. */
    private static String empty(TypeMirror type) {
        return type.getKind().isPrimitive()
                ? "java.util.Optional.<"
                        + TypeRef.primitive(TypeReader.text(type)).boxedText() + ">empty().get()"
                : "null";
    }

    private void constructor(TypeElement type, ExecutableElement constructor) {
        var components = type.getRecordComponents().stream()
                .map(each -> TypeReader.text(each.asType()))
                .toList();
        boolean ofRecord = type.getKind() == ElementKind.RECORD;
        if (type.getKind() == ElementKind.ENUM || (ofRecord && components.equals(types(constructor)))) return;
        add(joined(constructor.getModifiers()), parameters(constructor.getTypeParameters()));
        add(" ", type.getSimpleName().toString(), signature(constructor));
        add(ofRecord ? " { this" + empty(type) + "; }\n" : " { throw null; }\n");
    }

    private static List<String> types(ExecutableElement method) {
        return method.getParameters().stream()
                .map(each -> TypeReader.text(each.asType()))
                .toList();
    }

    /** Arguments of a record's own constructor. */
    private static String empty(TypeElement type) {
        return type.getRecordComponents().stream()
                .map(each -> "(" + TypeReader.text(each.asType()) + ") " + empty(each.asType()))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private void method(TypeElement type, ExecutableElement method) {
        if (!isSeen(method) || isGiven(type, method)) return;
        var modifiers = new ArrayList<Modifier>(method.getModifiers());
        words(method);
        modifiers.removeAll(List.of(Modifier.NATIVE, Modifier.SYNCHRONIZED, Modifier.STRICTFP));
        // The bodies of an enum's constants are not there, so nothing of it may be left open.
        if (type.getKind() == ElementKind.ENUM) modifiers.remove(Modifier.ABSTRACT);
        add(joined(modifiers), parameters(method.getTypeParameters()), " ", TypeReader.text(method.getReturnType()));
        add(" " + method.getSimpleName(), signature(method));
        var value = method.getDefaultValue();
        if (type.getKind() == ElementKind.ANNOTATION_TYPE) add(value == null ? ";\n" : " default " + value + ";\n");
        else add(modifiers.contains(Modifier.ABSTRACT) ? ";\n" : " { throw null; }\n");
    }

    /** What the compiler makes itself of an enum. */
    private static boolean isGiven(TypeElement type, ExecutableElement method) {
        if (type.getKind() != ElementKind.ENUM) return false;
        var name = method.getSimpleName();
        return (name.contentEquals("values") && method.getParameters().isEmpty())
                || (name.contentEquals("valueOf") && method.getParameters().size() == 1);
    }

    private static String signature(ExecutableElement method) {
        var parameters = new ArrayList<String>();
        for (int i = 0; i < method.getParameters().size(); i++) {
            var type = method.getParameters().get(i).asType();
            boolean variable = method.isVarArgs() && i == method.getParameters().size() - 1;
            var shown =
                    variable ? TypeReader.text(((ArrayType) type).getComponentType()) + "..." : TypeReader.text(type);
            parameters.add(shown + " p" + i);
        }
        return parameters.stream().collect(Collectors.joining(", ", "(", ")"))
                + list(" throws ", method.getThrownTypes());
    }

    private static String parameters(List<? extends TypeParameterElement> parameters) {
        if (parameters.isEmpty()) return "";
        return parameters.stream()
                .map(each -> each.getSimpleName()
                        + each.getBounds().stream()
                                .map(TypeReader::text)
                                .collect(Collectors.joining(" & ", " extends ", "")))
                .collect(Collectors.joining(", ", "<", ">"));
    }

    private static String list(String word, List<? extends TypeMirror> types) {
        return types.isEmpty() ? "" : types.stream().map(TypeReader::text).collect(Collectors.joining(", ", word, ""));
    }
}
