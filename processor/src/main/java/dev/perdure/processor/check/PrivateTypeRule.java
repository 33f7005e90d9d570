package dev.perdure.processor.check;

import dev.perdure.Finding;
import dev.perdure.processor.model.MethodModel;
import dev.perdure.processor.model.Problem;
import dev.perdure.processor.model.Sighting;
import java.util.HashSet;
import java.util.List;

/** The generated class can name every type that the method names. */
final class PrivateTypeRule implements Rule {
    @Override
    public List<Problem> check(MethodModel method) {
        var seen = new HashSet<String>();
        return Sightings.stream(method, Sighting.Kind.PRIVATE_TYPE, Finding.PRIVATE_TYPE, PrivateTypeRule::text)
                .filter(problem -> seen.add(problem.text()))
                .toList();
    }

    static Problem problem(Sighting sighting) {
        return new Problem(Finding.PRIVATE_TYPE, sighting.span(), text(sighting));
    }

    private static String text(Sighting sighting) {
        return "the type " + sighting.subject() + " is private, so that the state machine generated beside"
                + " the class cannot name it. Make it package-private";
    }
}
