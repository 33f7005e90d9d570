/**
 * Runs a durable method in every way that must come to the same: as the plain Java that it is, as its state machine, and as
 * its state machine with crashes. What comes of it is compared by {@link dev.perdure.tests.harness.Observed}.
 */
@NullMarked
package dev.perdure.tests.harness;

import org.jspecify.annotations.NullMarked;
