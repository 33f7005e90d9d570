/**
 * Values to bytes and back.
 *
 * <p>Enters: formats, the registry of codecs and what they need to round-trip a value. Stays out: where bytes are kept.
 */
@NullMarked
package dev.perdure.codec;

import org.jspecify.annotations.NullMarked;
