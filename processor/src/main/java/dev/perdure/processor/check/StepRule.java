package dev.perdure.processor.check;

import dev.perdure.Finding;
import dev.perdure.processor.model.MethodModel;
import dev.perdure.processor.model.Problem;
import dev.perdure.processor.model.Sighting;
import java.util.List;

/** The values of a {@code @Step} make sense. */
final class StepRule implements Rule {
    @Override
    public List<Problem> check(MethodModel method) {
        return Sightings.of(
                method,
                Sighting.Kind.BAD_STEP,
                Finding.BAD_STEP,
                sighting -> "the @Step annotation of " + sighting.subject());
    }
}
