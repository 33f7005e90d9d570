/** Every policy of an await as a Failsafe policy, on threads and timers that are passed in. Stays out: what is recorded. */
@NullMarked
package dev.perdure.engine.policy;

import org.jspecify.annotations.NullMarked;
