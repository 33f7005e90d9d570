/** What the engine is given instead of taking it from the platform: threads and timers, ids, and what stands round its calls. Nothing may enter. */
@NullMarked
package dev.perdure.engine.seam;

import org.jspecify.annotations.NullMarked;
