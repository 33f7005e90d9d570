package dev.perdure.processor.check;

import dev.perdure.Finding;
import dev.perdure.processor.model.MethodModel;
import dev.perdure.processor.model.Problem;
import dev.perdure.processor.model.Sighting;
import dev.perdure.processor.model.Span;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Turns what the reader saw into findings. */
final class Sightings {
    private static final int LONGEST = 60;

    private Sightings() {}

    static List<Problem> of(MethodModel method, Sighting.Kind kind, Finding finding, Function<Sighting, String> text) {
        return stream(method, kind, finding, text).toList();
    }

    static Stream<Problem> stream(
            MethodModel method, Sighting.Kind kind, Finding finding, Function<Sighting, String> text) {
        return method.sightings().stream()
                .filter(sighting -> sighting.kind() == kind)
                .map(sighting -> new Problem(finding, sighting.span(), text.apply(sighting)));
    }

    /** The user's text at a sighting, on one line and not too long. */
    static String quote(MethodModel method, Sighting sighting) {
        return quote(method, sighting.span());
    }

    /** The user's text at a place, on one line and not too long. */
    static String quote(MethodModel method, Span span) {
        var text = method.text(span);
        return "'" + (text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…") + "'";
    }
}
