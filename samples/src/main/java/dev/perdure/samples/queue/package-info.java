/** A render farm: a queue with limits, priorities and keys, and a film whose scenes are children on it. */
@NullMarked
package dev.perdure.samples.queue;

import org.jspecify.annotations.NullMarked;
