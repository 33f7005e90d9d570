/** Random programs that add to counters, in processes that are killed, and a tracker that knows what the counters have to be. */
@NullMarked
package dev.perdure.tests.accounts;

import org.jspecify.annotations.NullMarked;
