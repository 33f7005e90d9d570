package dev.perdure.processor.check;

import dev.perdure.Finding;
import dev.perdure.processor.model.MethodModel;
import dev.perdure.processor.model.Problem;
import dev.perdure.processor.model.Sighting;
import java.util.List;

/** Every form in the method can be lowered. */
final class LoweringRule implements Rule {
    @Override
    public List<Problem> check(MethodModel method) {
        return Sightings.of(
                method,
                Sighting.Kind.NOT_LOWERED,
                Finding.NOT_LOWERED_YET,
                sighting -> sighting.subject() + " (" + Sightings.quote(method, sighting)
                        + ") cannot be made durable yet. Move it into a method that the durable method awaits, or"
                        + " write it in simpler statements");
    }
}
