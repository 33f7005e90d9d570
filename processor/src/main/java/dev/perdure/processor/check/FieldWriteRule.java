package dev.perdure.processor.check;

import dev.perdure.Finding;
import dev.perdure.processor.model.MethodModel;
import dev.perdure.processor.model.Problem;
import dev.perdure.processor.model.Sighting;
import java.util.List;

/** A durable method keeps what it knows in locals: its object is never saved. */
final class FieldWriteRule implements Rule {
    @Override
    public List<Problem> check(MethodModel method) {
        return Sightings.of(
                method,
                Sighting.Kind.FIELD_WRITE,
                Finding.FIELD_WRITE,
                sighting -> "'" + sighting.subject() + "' is a field of the durable object, which is never saved: after"
                        + " a restart the registered instance is used again and the value is lost."
                        + " Keep the value in a local of '" + method.name() + "'");
    }
}
