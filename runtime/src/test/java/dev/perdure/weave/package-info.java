/**
 * Real threads in orders that chance draws and a seed repeats. Classes of the engine are loaded a second time with a hook before
 * everything that threads share; at a hook another thread may go on, and only one ever does. Knows nothing of the engine.
 */
@NullMarked
package dev.perdure.weave;

import org.jspecify.annotations.NullMarked;
