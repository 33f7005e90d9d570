/**
 * Turns durable methods into state machines at compile time.
 *
 * <p>Enters: phases that run in one direction, on exported compiler API only. Stays out: the runtime, which generated
 * code names and the processor does not.
 */
@NullMarked
package dev.perdure.processor;

import org.jspecify.annotations.NullMarked;
