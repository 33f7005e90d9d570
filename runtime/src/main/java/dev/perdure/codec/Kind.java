package dev.perdure.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A kind of container at run time: how it is called in the data, and how it is made again from its elements.
 *
 * @param <C> container: a {@code Collection} or a {@code Map}
 * @param tag its name in the data
 * @param ordered whether its order means something; else elements are written in the order of their encodings, so that equal
 *     containers have equal encodings
 * @param make makes an empty mutable one, to be filled
 * @param finish makes the real one out of the filled one
 */
record Kind<C>(String tag, boolean ordered, Function<Class<?>, C> make, Function<C, C> finish) {
    static <C> Kind<C> plain(String tag, boolean ordered, Function<Class<?>, C> make) {
        return new Kind<>(tag, ordered, make, filled -> filled);
    }

    static <C> Kind<C> wrapped(String tag, boolean ordered, Function<Class<?>, C> make, Function<C, C> finish) {
        return new Kind<>(tag, ordered, make, finish);
    }

    /** An immutable list as {@code List.of} or {@code Stream.toList} made it; only the latter takes nulls. */
    static Collection<@Nullable Object> listOf(Collection<@Nullable Object> filled) {
        var array = filled.toArray();
        return Arrays.asList(array).contains(null) ? Arrays.stream(array).toList() : List.of(array);
    }

    /** A list that wraps an array. */
    static Collection<@Nullable Object> asList(Collection<@Nullable Object> filled) {
        return Arrays.asList(filled.toArray());
    }

    static List<@Nullable Object> list(Collection<@Nullable Object> filled) {
        return filled instanceof List<@Nullable Object> list
                ? list
                : Collections.unmodifiableList(new ArrayList<>(filled));
    }
}
