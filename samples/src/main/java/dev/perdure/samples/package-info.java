/**
 * Programs that run as they stand, one per question a newcomer asks.
 *
 * <p>Enters: what a user could have written. Stays out: internals of any module.
 */
@NullMarked
package dev.perdure.samples;

import org.jspecify.annotations.NullMarked;
