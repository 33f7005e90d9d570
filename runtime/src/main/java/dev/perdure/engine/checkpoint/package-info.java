/**
 * Where a run stands, as JSON text: frames by label and slot name, the outcome that was recorded, the failed attempts, what is
 * waited for. Enters: the format, its checks. Stays out: when something is written, and under which lease.
 */
@NullMarked
package dev.perdure.engine.checkpoint;

import org.jspecify.annotations.NullMarked;
