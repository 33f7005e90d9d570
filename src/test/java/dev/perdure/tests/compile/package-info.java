/** Compiles sources in this process, with the processor or without, in memory. */
@NullMarked
package dev.perdure.tests.compile;

import org.jspecify.annotations.NullMarked;
