package dev.perdure.processor.emit;

import com.palantir.javapoet.TypeSpec;
import dev.perdure.processor.model.MethodModel;
import dev.perdure.processor.model.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes how a frame is made for a call from another durable method, and how it gets its instance. */
final class BeginEmitter {
    private final MethodModel method;

    BeginEmitter(MethodModel method) {
        this.method = method;
    }

    void emit(TypeSpec.Builder machine) {
        machine.addMethod(Signatures.with(
                Signatures.statics(Modifier.PUBLIC, method.typeParameters(), Names.FRAME, "$begin", signature()),
                begin()));
        machine.addMethod(Signatures.with(
                Signatures.overriding(Modifier.PUBLIC, Names.LAYOUT, "layout"),
                new SourceWriter().line("return LAYOUT;")));
        var bind = new SourceWriter();
        if (!method.isStatic()) bind.line("this.$self = (" + method.host().text() + ") self;");
        machine.addMethod(Signatures.with(
                Signatures.overriding(Modifier.PUBLIC, "void", "$bind").addParameter(Object.class, "self"), bind));
    }

    private SourceWriter begin() {
        var out = new SourceWriter();
        if (!method.isStatic() && !method.isLambda()) {
            if (overridable()) dispatch(out);
            else out.line(Names.OBJECTS + ".requireNonNull($self);");
        }
        out.line("var $frame = new " + method.machine() + arguments(method.typeParameters()) + "();");
        if (!method.isStatic()) out.line("$frame.$self = $self;");
        for (var parameter : method.parameters())
            out.line("$frame." + parameter.field() + " = " + parameter.field() + ";");
        return out.line("return $frame;");
    }

    /** The names of type parameters, as arguments. */
    private static String arguments(String typeParameters) {
        if (typeParameters.isEmpty()) return "";
        return Split.commas(typeParameters.substring(1, typeParameters.length() - 1)).stream()
                .map(each -> each.split(" ", 2)[0])
                .collect(Collectors.joining(", ", "<", ">"));
    }

    private void dispatch(SourceWriter out) {
        var arguments = method.parameters().stream().map(Var::field).collect(Collectors.joining(", "));
        out.line("var $other = " + Names.DISPATCH + ".override(LAYOUT, $self, new java.lang.Object[] {" + arguments
                + "});");
        out.line("if ($other != null) return $other;");
    }

    private boolean overridable() {
        var modifiers = method.shape().modifiers();
        return !modifiers.contains("private") && !modifiers.contains("final");
    }

    private List<String> signature() {
        var parameters = method.parameters();
        var all = new ArrayList<String>();
        if (!method.isStatic()) all.add(method.host().text() + " $self");
        for (int i = 0; i < parameters.size(); i++)
            all.add(parameter(parameters.get(i), method.varargs() && i == parameters.size() - 1));
        return all;
    }

    private static String parameter(Var var, boolean variable) {
        var type = var.type().text();
        if (variable) type = type.substring(0, type.length() - 2) + "...";
        return type + " " + var.field();
    }
}
