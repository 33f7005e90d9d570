/**
 * The contract between the engine and whatever keeps its runs: {@link dev.perdure.store.Store}, the changes it takes and the
 * images it gives back, and the in-memory store. Stores know nothing of frames: a checkpoint is bytes to them.
 */
@NullMarked
package dev.perdure.store;

import org.jspecify.annotations.NullMarked;
