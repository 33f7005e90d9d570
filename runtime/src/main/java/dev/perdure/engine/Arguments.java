package dev.perdure.engine;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of arguments; nulls are welcome. */
final class Arguments {
    private Arguments() {}

    static List<@Nullable Object> of(@Nullable Object... arguments) {
        return Collections.unmodifiableList(Arrays.asList(arguments));
    }
}
