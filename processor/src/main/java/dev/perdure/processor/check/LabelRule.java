package dev.perdure.processor.check;

import dev.perdure.Finding;
import dev.perdure.processor.model.MethodModel;
import dev.perdure.processor.model.Problem;
import dev.perdure.processor.model.Sighting;
import java.util.List;
import java.util.stream.Stream;

/** The name of an await is a constant, and its own. */
final class LabelRule implements Rule {
    @Override
    public List<Problem> check(MethodModel method) {
        return Stream.concat(
                        Sightings.stream(
                                method,
                                Sighting.Kind.LABEL_NOT_CONSTANT,
                                Finding.LABEL_NOT_CONSTANT,
                                sighting -> "the await's name " + Sightings.quote(method, sighting)
                                        + " is not a constant, but checkpoints find their await by it in any later"
                                        + " build. Write a string literal or a static final String"),
                        Sightings.stream(
                                method,
                                Sighting.Kind.LABEL_TWICE,
                                Finding.AMBIGUOUS_LABEL,
                                sighting -> "two awaits of '" + method.name() + "' are named '" + sighting.subject()
                                        + "', so that a checkpoint could not tell them apart."
                                        + " Give this one another name"))
                .toList();
    }
}
