package dev.perdure.processor.model;

/**
 * Where an await stands.
 *
 * @param id its number in the order of the source, from 0
 * @param label the name under which checkpoints know it
 * @param line the line in the user's file
 * @param span the expression
 */
public record Site(int id, String label, int line, Span span) {}
