package dev.perdure.architecture.planted.dsl;

import org.slf4j.Logger;

/** Breaks the DSL's promise: a dependency that is not JSpecify. */
public record KnowsLogging(Logger logger) {}
