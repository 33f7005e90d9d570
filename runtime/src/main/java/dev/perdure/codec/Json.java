package dev.perdure.codec;

import dev.perdure.DataCorrupted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** A JSON text as a tree. Numbers stay text, so that none loses digits; objects keep the order of their members. */
public sealed interface Json {
    /** An object. */
    record Obj(Map<String, Json> members) implements Json {
        /** A member, or null if there is none of this name. */
        public @Nullable Json get(String name) {
            return members.get(name);
        }
    }

    /** An array. */
    record Arr(List<Json> items) implements Json {}

    /** A string. */
    record Str(String text) implements Json {}

    /** A number, as it is written. */
    record Num(String text) implements Json {}

    /** True or false. */
    record Bool(boolean value) implements Json {}

    /** The JSON null. */
    record Nothing() implements Json {}

    /** This as an object. */
    default Obj object() {
        if (this instanceof Obj object) return object;
        throw mismatch("an object");
    }

    /** This as an array. */
    default Arr array() {
        if (this instanceof Arr array) return array;
        throw mismatch("an array");
    }

    /** This as a string. */
    default String string() {
        if (this instanceof Str string) return string.text();
        throw mismatch("a string");
    }

    /** This as a number's text; strings too, for NaN and infinities. */
    default String number() {
        if (this instanceof Num number) return number.text();
        if (this instanceof Str string) return string.text();
        throw mismatch("a number");
    }

    /** This as true or false. */
    default boolean bool() {
        if (this instanceof Bool bool) return bool.value();
        throw mismatch("true or false");
    }

    /** The error of finding something else here. */
    default DataCorrupted mismatch(String expected) {
        var text = toJson();
        var shown = text.length() > 60 ? text.substring(0, 60) + "…" : text;
        return new DataCorrupted("expected " + expected + " but found " + shown, null);
    }

    /** This as JSON text. */
    default String toJson() {
        var out = new JsonWriter();
        write(out);
        return out.toString();
    }

    /** Writes this. */
    default void write(JsonWriter out) {
        if (this instanceof Obj object) {
            out.beginObject();
            object.members().forEach((name, value) -> value.write(out.name(name)));
            out.endObject();
        } else if (this instanceof Arr array) {
            out.beginArray();
            array.items().forEach(item -> item.write(out));
            out.endArray();
        } else if (this instanceof Str string) {
            out.string(string.text());
        } else if (this instanceof Num number) {
            out.raw(number.text().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        } else if (this instanceof Bool bool) {
            out.bool(bool.value());
        } else {
            out.nothing();
        }
    }

    /**
     * Reads a text.
     *
     * @throws DataCorrupted if it is not exactly one JSON value in UTF-8
     */
    static Json parse(byte[] text) {
        try (var parser = Parsing.FACTORY.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            var json = Parsing.value(parser);
            if (parser.nextToken() != null) throw new DataCorrupted("something follows the end of the JSON text", null);
            return json;
        } catch (JacksonException malformed) {
            throw new DataCorrupted("malformed JSON: " + malformed.getOriginalMessage(), malformed);
        }
    }

    /** From tokens to the tree. */
    final class Parsing {
        // Sizes are limited where data enters (Limits), so that what was written can always be read.
        private static final JsonFactory FACTORY = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(Integer.MAX_VALUE)
                        .maxNumberLength(100_000)
                        .maxNestingDepth(1_000)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();

        private static final Json NULL = new Nothing();

        private Parsing() {}

        private static Json value(JsonParser in) {
            var token = in.currentToken();
            if (token == null) throw new DataCorrupted("the JSON text ends too early", null);
            return switch (token) {
                case START_OBJECT -> object(in);
                case START_ARRAY -> array(in);
                case VALUE_STRING -> new Str(in.getString());
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Num(in.getString());
                case VALUE_TRUE -> new Bool(true);
                case VALUE_FALSE -> new Bool(false);
                case VALUE_NULL -> NULL;
                default -> throw new DataCorrupted("unexpected " + token + " in a JSON text", null);
            };
        }

        private static Json object(JsonParser in) {
            var members = new LinkedHashMap<String, Json>();
            while (in.nextToken() != JsonToken.END_OBJECT) {
                var name = in.currentName();
                in.nextToken();
                members.put(name, value(in));
            }
            return new Obj(members);
        }

        private static Json array(JsonParser in) {
            var items = new ArrayList<Json>();
            while (in.nextToken() != JsonToken.END_ARRAY) items.add(value(in));
            return new Arr(items);
        }
    }
}
