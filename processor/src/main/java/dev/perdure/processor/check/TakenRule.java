package dev.perdure.processor.check;

import dev.perdure.Finding;
import dev.perdure.processor.model.MethodModel;
import dev.perdure.processor.model.Problem;
import dev.perdure.processor.model.Sighting;
import java.util.List;
import java.util.stream.Stream;

/** A chain of await words ends with get() where it stands. */
final class TakenRule implements Rule {
    @Override
    public List<Problem> check(MethodModel method) {
        return Stream.concat(
                        Sightings.stream(
                                method,
                                Sighting.Kind.NOT_TAKEN,
                                Finding.AWAIT_NOT_TAKEN,
                                sighting -> Sightings.quote(method, sighting)
                                        + " is described but never run: the chain does not end with .get()."
                                        + " Append .get()"),
                        Sightings.stream(
                                method,
                                Sighting.Kind.ESCAPES,
                                Finding.AWAIT_ESCAPES,
                                sighting -> Sightings.quote(method, sighting)
                                        + " uses an Await as a value, so that its checkpoint has no place in the"
                                        + " method. Write the whole chain, await(…) to .get(), in one expression"))
                .toList();
    }
}
