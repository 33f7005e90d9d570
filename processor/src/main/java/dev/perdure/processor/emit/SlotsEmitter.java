package dev.perdure.processor.emit;

import com.palantir.javapoet.TypeSpec;
import dev.perdure.processor.lower.Plan;
import dev.perdure.processor.model.Var;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** Writes the two tables by which the runtime reaches the slots. */
final class SlotsEmitter {
    private final Plan plan;

    SlotsEmitter(Plan plan) {
        this.plan = plan;
    }

    void emit(TypeSpec.Builder machine) {
        machine.addMethod(Signatures.with(
                Signatures.overriding(Modifier.PUBLIC, "java.lang.Object", "$get")
                        .addParameter(int.class, "slot"),
                table("return switch (slot)", "};", var -> "this." + var.field())));
        machine.addMethod(Signatures.with(
                Signatures.overriding(Modifier.PUBLIC, "void", "$set")
                        .addParameter(int.class, "slot")
                        .addParameter(Object.class, "value"),
                table("switch (slot)", "}", SlotsEmitter::set)));
    }

    private SourceWriter table(String head, String tail, Function<Var, String> entry) {
        var out = new SourceWriter();
        if (plan.slots().isEmpty()) return out.line("throw $noSlot(slot);");
        out.open(head);
        for (int i = 0; i < plan.slots().size(); i++)
            out.line("case " + i + " -> " + entry.apply(plan.slots().get(i)) + ";");
        return out.line("default -> throw $noSlot(slot);").close(tail);
    }

    private static String set(Var var) {
        var type = var.type();
        var value = type.isPrimitive() ? "$" + type.text() + "(value)" : "(" + type.text() + ") value";
        return "this." + var.field() + " = " + value;
    }
}
