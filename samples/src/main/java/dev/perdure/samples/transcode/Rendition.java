package dev.perdure.samples.transcode;

/**
 * What came of a job.
 *
 * @param bytes its size
 * @param sha256 its digest
 */
public record Rendition(long bytes, String sha256) {}
