/** Prints findings, once, where they stand. Nothing but {@code model} and the way to the compiler may enter. */
@NullMarked
package dev.perdure.processor.report;

import org.jspecify.annotations.NullMarked;
