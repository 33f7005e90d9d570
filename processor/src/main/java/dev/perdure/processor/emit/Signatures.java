package dev.perdure.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Members whose types are known as text and whose bodies are finished lines. JavaPoet writes the name of a type variable as it
 * stands, so a type's whole source form passes as one.
 */
final class Signatures {
    private Signatures() {}

    /** A field with an initial value. */
    static FieldSpec constant(Modifier access, String type, String name, String value) {
        return FieldSpec.builder(type(type), name, access, Modifier.STATIC, Modifier.FINAL)
                .initializer("$L", value)
                .build();
    }

    /** A method that overrides one of the frame's. */
    static MethodSpec.Builder overriding(Modifier access, String result, String name) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(access)
                .returns(type(result));
    }

    /**
     * A static method.
     *
     * @param typeParameters in angle brackets, or empty
     * @param parameters {@code Type name} each; the last one's type may end with dots
     */
    static MethodSpec.Builder statics(
            Modifier access, String typeParameters, String result, String name, List<String> parameters) {
        var method = MethodSpec.methodBuilder(name)
                .addModifiers(access, Modifier.STATIC)
                .returns(type(result));
        if (!typeParameters.isBlank()) method.addTypeVariable(variables(typeParameters));
        for (var each : parameters) {
            int blank = each.lastIndexOf(' ');
            var type = each.substring(0, blank);
            if (type.endsWith("...")) method.varargs();
            method.addParameter(ParameterSpec.builder(type(type.replace("...", "[]")), each.substring(blank + 1))
                    .build());
        }
        return method;
    }

    /** The method with its body. */
    static MethodSpec with(MethodSpec.Builder method, SourceWriter body) {
        return method.addCode("$L", body).build();
    }

    /** All type parameters with their bounds, as if they were one. */
    static TypeVariableName variables(String typeParameters) {
        var inner = typeParameters.strip();
        return TypeVariableName.get(inner.substring(1, inner.length() - 1));
    }

    static TypeName type(String text) {
        if (text.endsWith("[]")) return ArrayTypeName.of(type(text.substring(0, text.length() - 2)));
        return switch (text) {
            case "void" -> TypeName.VOID;
            case "boolean" -> TypeName.BOOLEAN;
            case "byte" -> TypeName.BYTE;
            case "short" -> TypeName.SHORT;
            case "int" -> TypeName.INT;
            case "long" -> TypeName.LONG;
            case "char" -> TypeName.CHAR;
            case "float" -> TypeName.FLOAT;
            case "double" -> TypeName.DOUBLE;
            default -> TypeVariableName.get(text);
        };
    }
}
