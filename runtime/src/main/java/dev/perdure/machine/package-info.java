/**
 * The few types that generated state machines touch: {@link dev.perdure.machine.Frame} and the description of its layout.
 * This room is a binary contract with a number of its own ({@link dev.perdure.machine.Contract}), checked at start.
 * Nothing but the dsl may enter.
 */
@NullMarked
package dev.perdure.machine;

import org.jspecify.annotations.NullMarked;
