package dev.perdure;

import org.jspecify.annotations.Nullable;

/**
 * The results of two awaits: {@code all(a, b).get()}.
 *
 * @param first what the first one yielded
 * @param second what the second one yielded
 */
public record Pair<A extends @Nullable Object, B extends @Nullable Object>(A first, B second) {}
