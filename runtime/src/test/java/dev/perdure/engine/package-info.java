/** What the engine promises, held on hand-written frames that look as the processor makes them. */
@NullMarked
package dev.perdure.engine;

import org.jspecify.annotations.NullMarked;
