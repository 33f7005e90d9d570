package dev.perdure.architecture.planted.store;

import dev.perdure.architecture.planted.engine.KnowsLocal;

/** Breaks the row of rooms: the store names the engine. */
public record KnowsEngine(KnowsLocal later) {}
