package dev.perdure.processor.check;

import dev.perdure.Finding;
import dev.perdure.processor.model.MethodModel;
import dev.perdure.processor.model.Problem;
import dev.perdure.processor.model.Sighting;
import java.util.List;

/** What a durable method asks of others it awaits. */
final class BareCallRule implements Rule {
    @Override
    public List<Problem> check(MethodModel method) {
        return Sightings.of(
                method,
                Sighting.Kind.BARE_CALL,
                Finding.BARE_CALL,
                sighting -> "'" + sighting.subject()
                        + "' is called outside of an await: after a crash the code since the last"
                        + " checkpoint runs again, and the call is made again with it. If it has an effect, or must give the"
                        + " same again, write await(() -> " + sighting.subject() + "(…)).get()");
    }
}
