package dev.perdure.processor.check;

import dev.perdure.Finding;
import dev.perdure.processor.model.MethodModel;
import dev.perdure.processor.model.Problem;
import dev.perdure.processor.model.Sighting;
import java.util.List;
import java.util.stream.Stream;

/** An await stands where the method itself can be suspended. */
final class PlacementRule implements Rule {
    @Override
    public List<Problem> check(MethodModel method) {
        return Stream.of(
                        Sightings.stream(
                                method,
                                Sighting.Kind.IN_LAMBDA,
                                Finding.AWAIT_IN_LAMBDA,
                                sighting -> Sightings.quote(method, sighting)
                                        + " is in a lambda, which runs as plain code: the method cannot be suspended"
                                        + " in the middle of it and nothing would be recorded. Write a loop instead"
                                        + " of the lambda, or await in the method and pass the value on"),
                        Sightings.stream(
                                method,
                                Sighting.Kind.IN_CLASS,
                                Finding.AWAIT_IN_LAMBDA,
                                sighting -> Sightings.quote(method, sighting)
                                        + " is in a local or anonymous class, whose methods run as plain code. Move it"
                                        + " into a durable method"),
                        Sightings.stream(
                                method,
                                Sighting.Kind.MISPLACED,
                                Finding.AWAIT_MISPLACED,
                                sighting -> Sightings.quote(method, sighting) + " is in " + sighting.subject()
                                        + ", which cannot be left and entered again on another day. Await before it"
                                        + " and keep the value in a local"))
                .flatMap(found -> found)
                .toList();
    }
}
