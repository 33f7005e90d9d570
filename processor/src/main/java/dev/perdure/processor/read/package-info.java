/**
 * Reads durable methods out of source: a second, isolated compiler attributes a copy of the sources, and what it finds
 * becomes {@code model}. The only room that knows the compiler's trees; nothing of them leaves it.
 */
@NullMarked
package dev.perdure.processor.read;

import org.jspecify.annotations.NullMarked;
