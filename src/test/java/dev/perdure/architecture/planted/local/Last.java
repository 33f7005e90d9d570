package dev.perdure.architecture.planted.local;

/** A late room, which nothing before it may name. */
public record Last() {}
