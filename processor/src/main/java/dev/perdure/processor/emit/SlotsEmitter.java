package dev.perdure.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.perdure.processor.lower.Plan;
import dev.perdure.processor.model.Var;
import java.util.function.BiFunction;
import javax.lang.model.element.Modifier;

/** Writes the four tables by which the runtime reaches the slots: save, load, get and set. */
final class SlotsEmitter {
    private final Plan plan;

    SlotsEmitter(Plan plan) {
        this.plan = plan;
    }

    void emit(TypeSpec.Builder machine) {
        machine.addMethod(table("$save", "switch (slot)", "", this::save)
                .addParameter(TypeName.INT, "slot")
                .addParameter(Names.SLOT_WRITER, "out")
                .build());
        machine.addMethod(table("$load", "switch (slot)", "", this::load)
                .addParameter(TypeName.INT, "slot")
                .addParameter(Names.SLOT_READER, "in")
                .build());
        machine.addMethod(
                table("$get", "return switch (slot)", ";", (var, slot) -> CodeBlock.of("this.$L", var.field()))
                        .addParameter(TypeName.INT, "slot")
                        .returns(Object.class)
                        .build());
        machine.addMethod(table("$set", "switch (slot)", "", this::set)
                .addParameter(TypeName.INT, "slot")
                .addParameter(Object.class, "value")
                .build());
    }

    private MethodSpec.Builder table(
            String name, String open, String close, BiFunction<Var, Integer, CodeBlock> entry) {
        var body = CodeBlock.builder();
        for (int i = 0; i < plan.slots().size(); i++)
            body.add("case $L -> $L;\n", i, entry.apply(plan.slots().get(i), i));
        var none = CodeBlock.of("throw $L(slot);\n", "$noSlot");
        var table = CodeBlock.of("$L {\n$>$Ldefault -> $L$<}$L\n", open, body.build(), none, close);
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addCode(plan.slots().isEmpty() ? none : table);
    }

    private CodeBlock save(Var var, int slot) {
        var kind = kind(var);
        return kind.equals("Value")
                ? CodeBlock.of("out.writeValue($S, TYPES[$L], this.$L)", var.slot(), slot, var.field())
                : CodeBlock.of("out.write$L($S, this.$L)", kind, var.slot(), var.field());
    }

    private CodeBlock load(Var var, int slot) {
        var kind = kind(var);
        var type = var.type().text();
        if (kind.equals("Value"))
            return CodeBlock.of("this.$L = ($L) in.readValue($S, TYPES[$L])", var.field(), type, var.slot(), slot);
        var cast = type.equals("byte") || type.equals("short") ? "(" + type + ") " : "";
        return CodeBlock.of("this.$L = $Lin.read$L($S)", var.field(), cast, kind, var.slot());
    }

    private static String kind(Var var) {
        var type = var.type();
        if (type.isString()) return "String";
        if (!type.isPrimitive()) return "Value";
        return switch (type.text()) {
            case "byte", "short", "int" -> "Int";
            default ->
                Character.toUpperCase(type.text().charAt(0)) + type.text().substring(1);
        };
    }

    private CodeBlock set(Var var, int slot) {
        var type = var.type();
        if (!type.isPrimitive()) return CodeBlock.of("this.$L = ($L) value", var.field(), type.text());
        var zero = type.text().equals("boolean") ? "false" : "(" + type.text() + ") 0";
        return CodeBlock.of("this.$L = value == null ? $L : ($L) value", var.field(), zero, type.boxedText());
    }
}
