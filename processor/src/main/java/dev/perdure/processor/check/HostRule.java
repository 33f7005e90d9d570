package dev.perdure.processor.check;

import dev.perdure.Finding;
import dev.perdure.processor.model.MethodModel;
import dev.perdure.processor.model.Problem;
import java.util.List;

/** The class of a durable method can be registered and named from beside it. */
final class HostRule implements Rule {
    @Override
    public List<Problem> check(MethodModel method) {
        var host = method.host().erased();
        var simple = host.substring(host.lastIndexOf('.') + 1);
        var nesting = method.shape().nesting();
        if (!nesting.equals("top") && !nesting.equals("static"))
            return List.of(new Problem(
                    Finding.INNER_HOST,
                    method.nameSpan(),
                    "the durable method '" + method.name() + "' is in " + simple + ", a class that is " + nesting
                            + " and has no instance of its own to be found again after a restart."
                            + " Make the class top-level or static"));
        if (method.shape().hostPrivate())
            return List.of(new Problem(
                    Finding.PRIVATE_TYPE,
                    method.nameSpan(),
                    "the class " + simple + " of the durable method '" + method.name() + "' is private, so that the"
                            + " generated state machine beside it cannot name it. Make it package-private"));
        return List.of();
    }
}
