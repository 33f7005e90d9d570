package dev.perdure.architecture.planted.cycle.left;

import dev.perdure.architecture.planted.cycle.right.Right;

/** Half of a cycle. */
public record Left(Right right) {}
