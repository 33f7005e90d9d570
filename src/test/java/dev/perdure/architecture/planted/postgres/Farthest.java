package dev.perdure.architecture.planted.postgres;

/** The last room, which nothing before it may name. */
public record Farthest() {}
