package dev.perdure.machine;

import java.lang.reflect.Type;

/**
 * A local that outlives a block.
 *
 * @param name the variable's name in the source ({@code x~2} for a second declaration), or a temp's ({@code charge.$0})
 * @param type its static type
 */
public record Slot(String name, Type type) {}
