/**
 * The words a user writes: annotations, the static words of {@link dev.perdure.Perdure}, the chain words of
 * {@link dev.perdure.Await}, handles and exceptions. Only plain values live here; everything that runs is in the runtime.
 * Nothing but JSpecify may enter.
 */
@NullMarked
package dev.perdure;

import org.jspecify.annotations.NullMarked;
