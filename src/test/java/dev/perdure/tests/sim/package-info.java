/**
 * The whole cluster on one thread: some nodes, a store that fails, a clock that jumps, all by one seed. A reference model checks
 * every answer of the store; an oracle knows what each run has to give.
 */
@NullMarked
package dev.perdure.tests.sim;

import org.jspecify.annotations.NullMarked;
