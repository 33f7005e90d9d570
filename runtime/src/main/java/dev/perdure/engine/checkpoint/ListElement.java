package dev.perdure.engine.checkpoint;

import java.lang.reflect.Type;

/**
 * The elements of a list that is written as an array of them.
 *
 * @param type their type
 * @param immutable whether they can never change, so that identity tells equality
 */
record ListElement(Type type, boolean immutable) {}
