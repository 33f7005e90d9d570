/**
 * Claims runs, steps their frames, carries out their calls and checkpoints the outcomes.
 *
 * <p>Clock, executor and ids are passed in, never taken from the platform: without this there is no simulation. Enters:
 * scheduling, leases, retries, timers. Stays out: SQL and every other matter of a single store.
 */
@NullMarked
package dev.perdure.engine;

import org.jspecify.annotations.NullMarked;
