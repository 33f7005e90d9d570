package dev.perdure.processor.model;

import java.util.List;
import java.util.Map;

/** What a type that values are saved of is made of, as far as it decides whether they can be read again. */
public sealed interface SavedType {
    /**
     * A record.
     *
     * @param components types by name
     */
    record OfRecord(Map<String, String> components) implements SavedType {}

    /**
     * An enum.
     *
     * @param constants their names, sorted
     */
    record OfEnum(List<String> constants) implements SavedType {}

    /**
     * A sealed type.
     *
     * @param permitted the types that it permits, sorted
     */
    record OfSealed(List<String> permitted) implements SavedType {}
}
