package dev.perdure.processor.check;

import dev.perdure.Finding;
import dev.perdure.processor.model.MethodModel;
import dev.perdure.processor.model.Problem;
import java.util.List;

/** What a branch or an undo takes along can be saved with it. */
final class CaptureRule implements Rule {
    @Override
    public List<Problem> check(MethodModel method) {
        return method.parameters().stream()
                .filter(each -> each.type().unsaveable() != null)
                .map(each -> new Problem(
                        Finding.UNSAVEABLE_LOCAL,
                        method.nameSpan(),
                        "'" + each.name() + "' (" + each.type().shown() + ") is used in " + what(method) + " (line "
                                + method.line(method.nameSpan().start())
                                + ") and has to be saved with it, but cannot be: "
                                + each.type().unsaveable()
                                + ". Use a value that can be saved, or a field of the class"))
                .toList();
    }

    private static String what(MethodModel method) {
        return method.name().equals("undo") ? "an undo" : "a branch";
    }
}
