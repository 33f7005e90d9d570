package dev.perdure.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeSpec;
import dev.perdure.processor.model.Update;
import java.util.List;

/** Writes the methods that do {@code +=} and {@code ++} to fields which the machine cannot name. */
final class UpdateEmitter {
    private final List<Update> updates;

    UpdateEmitter(List<Update> updates) {
        this.updates = updates;
    }

    void emit(TypeSpec.Builder machine) {
        for (var update : updates) {
            boolean holds = update.operator() == null;
            machine.addMethod(Signatures.method(
                    update.name(),
                    update.typeParameters(),
                    holds ? "java.lang.Object[]" : update.type().text(),
                    holds ? held(update) : given(update),
                    "",
                    holds ? hold(update) : assign(update)));
        }
    }

    private static String held(Update update) {
        return update.receiver().isEmpty() ? "" : update.receiver() + " $self";
    }

    private static String given(Update update) {
        return "java.lang.Object[] $held" + (update.operand() == null ? "" : ", " + update.operand() + " $value");
    }

    /** The value is unboxed at once, as the language has it. */
    private static CodeBlock hold(Update update) {
        var self = update.receiver().isEmpty() ? "" : "$self";
        return CodeBlock.of(
                "return new java.lang.Object[] {$L, ($L) $L($L)};\n",
                self.isEmpty() ? "null" : self,
                update.type().unboxed().text(),
                update.getter(),
                self);
    }

    private static CodeBlock assign(Update update) {
        var type = update.type().unboxed().text();
        var self = update.receiver().isEmpty() ? "" : "(" + update.receiver() + ") $held[0], ";
        var value = update.operand() == null ? "1" : "$value";
        var body = CodeBlock.builder();
        body.addStatement("var $L = ($L) $L", "$old", type, "$held[1]");
        var set = CodeBlock.of("$L($L($L) ($L $L $L))", update.setter(), self, type, "$old", update.operator(), value);
        if (!update.postfix()) return body.addStatement("return $L", set).build();
        return body.addStatement("$L", set).addStatement("return $L", "$old").build();
    }
}
