package dev.perdure.architecture.planted.local;

/** Breaks the rule of names. */
public record ConnectionManager() {}
