package dev.perdure.architecture.planted.cycle.right;

import dev.perdure.architecture.planted.cycle.left.Left;
import org.jspecify.annotations.Nullable;

/** The other half. */
public record Right(@Nullable Left left) {}
