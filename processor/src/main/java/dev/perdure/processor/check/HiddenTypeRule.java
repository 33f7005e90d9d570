package dev.perdure.processor.check;

import dev.perdure.Finding;
import dev.perdure.processor.model.MethodModel;
import dev.perdure.processor.model.Problem;
import dev.perdure.processor.model.Sighting;
import java.util.ArrayList;
import java.util.List;

/** The generated class can name every type that it has to. */
final class HiddenTypeRule implements Rule {
    @Override
    public List<Problem> check(MethodModel method) {
        var problems = new ArrayList<>(
                Sightings.of(method, Sighting.Kind.HIDDEN_TYPE, Finding.HIDDEN_TYPE, HiddenTypeRule::text));
        for (var parameter : method.parameters()) {
            var hidden = parameter.type().hidden();
            var span = method.isLambda() ? method.nameSpan() : parameter.span();
            var what = "the type of '" + parameter.name() + "' ("
                    + parameter.type().shown() + ")";
            if (hidden != null) problems.add(problem(hidden.at(span, what)));
        }
        var hidden = method.result().hidden();
        if (hidden != null && !method.isLambda())
            problems.add(problem(hidden.at(method.nameSpan(), "the result's type")));
        return problems;
    }

    /** What is to be said of something for which a class would have to be named. */
    static Problem problem(Sighting sighting) {
        return sighting.kind() == Sighting.Kind.PRIVATE_TYPE
                ? PrivateTypeRule.problem(sighting)
                : new Problem(Finding.HIDDEN_TYPE, sighting.span(), text(sighting));
    }

    private static String text(Sighting sighting) {
        return sighting.subject()
                + ". If it is yours, make it public, or export it; else hold it in a type that can be named there, such as a"
                + " public supertype (PublicType it = …), or put what makes and uses it into a method without awaits";
    }
}
