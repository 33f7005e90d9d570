package dev.perdure.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.perdure.processor.model.MethodModel;
import dev.perdure.processor.model.Var;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes how a frame is made for a call from another durable method, and how it gets its instance. */
final class BeginEmitter {
    private final MethodModel method;

    BeginEmitter(MethodModel method) {
        this.method = method;
    }

    void emit(TypeSpec.Builder machine) {
        machine.addMethod(begin());
        machine.addMethod(MethodSpec.methodBuilder("layout")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(Names.LAYOUT)
                .addStatement("return LAYOUT")
                .build());
        var bind = MethodSpec.methodBuilder("$bind")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(Object.class, "self");
        if (!method.isStatic())
            bind.addStatement("this.$L = ($L) self", "$self", method.host().text());
        machine.addMethod(bind.build());
    }

    /** Parameter types may be any source form, so the signature is text. */
    private MethodSpec begin() {
        var body = CodeBlock.builder();
        if (!method.isStatic()) {
            if (!method.isLambda()) body.addStatement("$T.requireNonNull($L)", Objects.class, "$self");
            if (!method.isLambda() && overridable()) dispatch(body);
        }
        var type = method.machine() + arguments(method.typeParameters());
        body.addStatement("var $L = new $L()", "$frame", type);
        if (!method.isStatic()) body.addStatement("$L.$L = $L", "$frame", "$self", "$self");
        for (var parameter : method.parameters())
            body.addStatement("$L.$L = $L", "$frame", parameter.field(), parameter.field());
        body.addStatement("return $L", "$frame");
        return Signatures.method(
                "$begin", method.typeParameters(), Names.FRAME.toString(), signature(), "", body.build());
    }

    /** The names of type parameters, as arguments. */
    private static String arguments(String typeParameters) {
        if (typeParameters.isEmpty()) return "";
        return Split.commas(typeParameters.substring(1, typeParameters.length() - 1)).stream()
                .map(each -> each.split(" ", 2)[0])
                .collect(Collectors.joining(", ", "<", ">"));
    }

    private void dispatch(CodeBlock.Builder body) {
        var arguments =
                method.parameters().stream().map(var -> ", " + var.field()).collect(Collectors.joining());
        body.addStatement(
                "var $L = $T.override(LAYOUT, $L, new Object[] {$L})",
                "$other",
                Names.DISPATCH,
                "$self",
                arguments.isEmpty() ? "" : arguments.substring(2));
        body.addStatement("if ($L != null) return $L", "$other", "$other");
    }

    private boolean overridable() {
        var modifiers = method.shape().modifiers();
        return !modifiers.contains("private") && !modifiers.contains("final");
    }

    private String signature() {
        var parameters = method.parameters();
        var all = new java.util.ArrayList<String>();
        if (!method.isStatic()) all.add(method.host().text() + " $self");
        for (int i = 0; i < parameters.size(); i++)
            all.add(parameter(parameters.get(i), method.varargs() && i == parameters.size() - 1));
        return String.join(", ", all);
    }

    private static String parameter(Var var, boolean variable) {
        var type = var.type().text();
        if (variable) type = type.substring(0, type.length() - 2) + "...";
        return type + " " + var.field();
    }
}
