package dev.perdure.architecture.planted.sql;

import dev.perdure.architecture.planted.local.Last;

/** Breaks the row of rooms: the engine names the local store. */
public record KnowsLocal(Last later) {}
