package dev.perdure.samples.transcode;

/**
 * A clip that listeners can hear.
 *
 * @param file its name in the library
 * @param bytes its size
 */
public record Published(String file, long bytes) {}
