package dev.perdure;

import org.jspecify.annotations.Nullable;

/**
 * The results of three awaits: {@code all(a, b, c).get()}.
 *
 * @param first what the first one yielded
 * @param second what the second one yielded
 * @param third what the third one yielded
 */
public record Triple<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object>(
        A first, B second, C third) {}
