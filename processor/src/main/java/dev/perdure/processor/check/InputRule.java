package dev.perdure.processor.check;

import dev.perdure.Finding;
import dev.perdure.processor.model.MethodModel;
import dev.perdure.processor.model.Problem;
import java.util.ArrayList;
import java.util.List;

/** What goes into a run and what comes out of it can be saved. */
final class InputRule implements Rule {
    @Override
    public List<Problem> check(MethodModel method) {
        var problems = new ArrayList<Problem>();
        for (var parameter : method.parameters()) {
            var obstacle = parameter.type().unsaveable();
            if (obstacle != null)
                problems.add(new Problem(
                        Finding.UNSAVEABLE_LOCAL,
                        parameter.span(),
                        "the parameter '" + parameter.name() + "' ("
                                + parameter.type().shown() + ") of the durable"
                                + " method '" + method.name() + "' is recorded when a run starts, but cannot be saved: "
                                + obstacle + ". Pass a record, an id or another value that can be saved"));
        }
        var obstacle = method.result().unsaveable();
        boolean isPrivate = method.shape().modifiers().contains("private");
        if (obstacle != null && !isPrivate)
            problems.add(new Problem(
                    Finding.UNSAVEABLE_RESULT,
                    method.nameSpan(),
                    "the result (" + method.result().shown() + ") of the durable method '" + method.name()
                            + "' is recorded when a run ends, but cannot be saved: " + obstacle
                            + ". Return a record, an id or another value that can be saved"));
        return problems;
    }
}
