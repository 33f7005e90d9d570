package dev.perdure.architecture.planted.local;

import dev.perdure.architecture.planted.postgres.Farthest;

/** Breaks the row of rooms: the local store names the one on PostgreSQL. */
public record KnowsPostgres(Farthest later) {}
