package dev.perdure.processor.model;

/**
 * The class that declares a durable method.
 *
 * @param packageName its package, or empty
 * @param text its source form, with its own type parameters as arguments
 * @param erased its erasure
 * @param file the simple name of its source file
 */
public record Host(String packageName, String text, String erased, String file) {}
