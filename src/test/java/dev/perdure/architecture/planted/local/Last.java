package dev.perdure.architecture.planted.local;

/** The last room, which nothing before it may name. */
public record Last() {}
