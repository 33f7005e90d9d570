package dev.perdure.architecture.planted.processor;

import dev.perdure.architecture.planted.dsl.Clean;
import dev.perdure.architecture.planted.machine.KnowsCodec;

/** Breaks the processor's arrow: the machine is the runtime's. The DSL it may know. */
public record KnowsMachine(Clean allowed, KnowsCodec forbidden) {}
