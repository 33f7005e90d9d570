package dev.perdure.architecture.planted.codec;

import dev.perdure.architecture.planted.store.KnowsEngine;

/** Breaks the row of rooms: a codec names the store. */
public record KnowsStore(KnowsEngine later) {}
