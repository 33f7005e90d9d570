package dev.perdure.architecture.planted.dsl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the DSL's promise: itself, java.base and JSpecify; arrays of its own kind and primitives among them. */
public enum Clean {
    ONE,
    OTHER;

    @Nullable
    Clean next(List<String> names, int... numbers) {
        return names.size() > numbers.length ? OTHER : null;
    }
}
