package dev.perdure.processor.model;

/** A range of the user's file and the code that stands for it. */
public record Patch(Span span, Code code) {}
