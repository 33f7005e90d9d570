package dev.perdure.processor.check;

import dev.perdure.Finding;
import dev.perdure.processor.model.MethodModel;
import dev.perdure.processor.model.Problem;
import dev.perdure.processor.model.Sighting;
import java.util.List;

/** A local class among statements that are taken apart can be lifted out of them. */
final class LocalClassRule implements Rule {
    @Override
    public List<Problem> check(MethodModel method) {
        return Sightings.of(
                method,
                Sighting.Kind.LOCAL_CLASS,
                Finding.LOCAL_CLASS,
                sighting -> sighting.subject()
                        + ", so it cannot be lifted out of a method that awaits. Put it and all that uses it into a block"
                        + " { … } without an await, and declare before the block what is needed behind it; or make it a"
                        + " record or a nested class, and pass it what it needs");
    }
}
