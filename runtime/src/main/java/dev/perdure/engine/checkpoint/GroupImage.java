package dev.perdure.engine.checkpoint;

import java.util.Map;

/**
 * A group of branches, encoded.
 *
 * @param size how many branches it has
 * @param ended what came of those that have ended, by index
 * @param open where those stand that have something to save, by index
 */
public record GroupImage(int size, Map<Integer, byte[]> ended, Map<Integer, byte[]> open) {}
