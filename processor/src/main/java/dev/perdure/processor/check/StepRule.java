package dev.perdure.processor.check;

import dev.perdure.Finding;
import dev.perdure.processor.model.MethodModel;
import dev.perdure.processor.model.Problem;
import dev.perdure.processor.model.Sighting;
import java.util.ArrayList;
import java.util.List;

/** The values of a {@code @Step} make sense, and so do the limits of a chain of await words. */
final class StepRule implements Rule {
    @Override
    public List<Problem> check(MethodModel method) {
        var problems = new ArrayList<>(said(method, Sighting.Kind.BAD_STEP, Finding.BAD_STEP));
        problems.addAll(said(method, Sighting.Kind.STEP_OUTLASTS, Finding.RETRY_OUTLASTS_DEADLINE));
        problems.addAll(
                Sightings.of(method, Sighting.Kind.OUTLASTS, Finding.RETRY_OUTLASTS_DEADLINE, Sighting::subject));
        return problems;
    }

    private static List<Problem> said(MethodModel method, Sighting.Kind kind, Finding finding) {
        return Sightings.of(method, kind, finding, sighting -> "the @Step annotation of " + sighting.subject());
    }
}
