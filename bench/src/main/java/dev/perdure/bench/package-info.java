/**
 * Measurements: JMH for single operations, whole processes for everything a user waits for.
 *
 * <p>Enters: a figure that has a target. Stays out: anything the other modules would depend on.
 */
@NullMarked
package dev.perdure.bench;

import org.jspecify.annotations.NullMarked;
