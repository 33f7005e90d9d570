/**
 * Takes a method apart at its awaits: basic blocks, jumps between them, what is live where. Pure: the same model gives the
 * same plan. Neither the compiler nor the form of the generated code may enter.
 */
@NullMarked
package dev.perdure.processor.lower;

import org.jspecify.annotations.NullMarked;
