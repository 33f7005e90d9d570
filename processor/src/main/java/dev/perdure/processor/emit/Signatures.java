package dev.perdure.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import javax.lang.model.element.Modifier;

/**
 * Methods and fields whose types are known as text only. JavaPoet writes a class name as it stands, so a type's whole source
 * form passes as the name of a class.
 */
final class Signatures {
    private Signatures() {}

    /**
     * A static method.
     *
     * @param parameters {@code Type name} separated by commas outside of brackets
     */
    static MethodSpec method(
            String name, String typeParameters, String result, String parameters, String exceptions, CodeBlock body) {
        var method =
                MethodSpec.methodBuilder(name).addModifiers(Modifier.STATIC).returns(type(result));
        method.addModifiers(name.equals("$begin") ? Modifier.PUBLIC : Modifier.PRIVATE);
        if (!typeParameters.isEmpty()) method.addTypeVariable(variables(typeParameters));
        boolean variable = parameters.contains("... ");
        for (var each : Split.commas(parameters)) {
            int blank = each.lastIndexOf(' ');
            var type = each.substring(0, blank).replace("...", "[]");
            method.addParameter(
                    ParameterSpec.builder(type(type), each.substring(blank + 1)).build());
        }
        for (var each : Split.commas(exceptions)) method.addException(type(each));
        if (variable) method.varargs();
        return method.addCode(body).build();
    }

    /** All type parameters with their bounds, as if they were one. */
    static TypeVariableName variables(String typeParameters) {
        var inner = typeParameters.strip();
        return TypeVariableName.get(inner.substring(1, inner.length() - 1));
    }

    static TypeName type(String text) {
        if (text.endsWith("[]"))
            return com.palantir.javapoet.ArrayTypeName.of(type(text.substring(0, text.length() - 2)));
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

    static ClassName raw(String packageName, String name) {
        return ClassName.get(packageName, name);
    }
}
