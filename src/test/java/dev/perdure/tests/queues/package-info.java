/** Queues, from the words before a start to the limits across nodes. */
@NullMarked
package dev.perdure.tests.queues;

import org.jspecify.annotations.NullMarked;
