package dev.perdure.architecture.planted.machine;

import dev.perdure.architecture.planted.codec.KnowsStore;

/** Breaks the row of rooms: the machine names a codec. */
public record KnowsCodec(KnowsStore later) {}
