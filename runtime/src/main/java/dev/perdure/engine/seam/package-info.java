/** What the engine is given instead of taking it from the platform: threads and timers, and ids. Nothing may enter. */
@NullMarked
package dev.perdure.engine.seam;

import org.jspecify.annotations.NullMarked;
