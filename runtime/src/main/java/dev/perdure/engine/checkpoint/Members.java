package dev.perdure.engine.checkpoint;

import dev.perdure.codec.Json;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** Reads members of the format's own objects. */
final class Members {
    private Members() {}

    static Json need(Json.Obj object, String name) {
        var member = object.get(name);
        if (member == null) throw object.mismatch("an object with \"" + name + "\"");
        return member;
    }

    static int integer(Json.Obj object, String name, int otherwise) {
        var member = object.get(name);
        return member == null ? otherwise : (int) number(member);
    }

    static long number(Json json) {
        try {
            return Long.parseLong(json.number());
        } catch (NumberFormatException malformed) {
            throw json.mismatch("a whole number");
        }
    }

    static double fraction(Json json) {
        try {
            return Double.parseDouble(json.number());
        } catch (NumberFormatException malformed) {
            throw json.mismatch("a number");
        }
    }

    static Instant instant(Json json) {
        try {
            return Instant.parse(json.string());
        } catch (DateTimeException malformed) {
            throw json.mismatch("a moment");
        }
    }

    static Duration duration(Json json) {
        try {
            return Duration.parse(json.string());
        } catch (DateTimeException malformed) {
            throw json.mismatch("a duration");
        }
    }
}
