package dev.perdure.processor.emit;

import com.palantir.javapoet.TypeSpec;
import dev.perdure.processor.model.Update;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the methods that do {@code +=} and {@code ++} to fields which the machine cannot name. */
final class UpdateEmitter {
    private final List<Update> updates;

    UpdateEmitter(List<Update> updates) {
        this.updates = updates;
    }

    void emit(TypeSpec.Builder machine) {
        for (var update : updates) {
            boolean holds = update.operator() == null;
            machine.addMethod(Signatures.with(
                    Signatures.statics(
                            Modifier.PRIVATE,
                            update.typeParameters(),
                            holds ? "java.lang.Object[]" : update.type().text(),
                            update.name(),
                            holds ? held(update) : given(update)),
                    holds ? hold(update) : assign(update)));
        }
    }

    private static List<String> held(Update update) {
        return update.receiver().isEmpty() ? List.of() : List.of(update.receiver() + " $self");
    }

    private static List<String> given(Update update) {
        var held = "java.lang.Object[] $held";
        return update.operand() == null ? List.of(held) : List.of(held, update.operand() + " $value");
    }

    /** The value is unboxed at once, as the language has it. */
    private static SourceWriter hold(Update update) {
        var self = update.receiver().isEmpty() ? "" : "$self";
        return new SourceWriter()
                .line("return new java.lang.Object[] {" + (self.isEmpty() ? "null" : self) + ", ("
                        + update.type().unboxed().text() + ") " + update.getter() + "(" + self + ")};");
    }

    private static SourceWriter assign(Update update) {
        var out = new SourceWriter();
        var type = update.type().unboxed().text();
        var self = update.receiver().isEmpty() ? "" : "(" + update.receiver() + ") $held[0], ";
        var value = update.operand() == null ? "1" : "$value";
        var set = update.setter() + "(" + self + "(" + type + ") ($old " + update.operator() + " " + value + "))";
        out.line("var $old = (" + type + ") $held[1];");
        return update.postfix() ? out.line(set + ";").line("return $old;") : out.line("return " + set + ";");
    }
}
