/**
 * Writes a plan as a Java class. The user's text is sliced by position and spliced, never printed from trees. Nothing is
 * decided here but the form.
 */
@NullMarked
package dev.perdure.processor.emit;

import org.jspecify.annotations.NullMarked;
