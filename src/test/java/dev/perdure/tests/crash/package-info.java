/**
 * Crash points: each scenario is played once without a fault, and then again and again with the first, the second, the third …
 * operation of the store failing in each of several ways. It has to end as it did without.
 */
@NullMarked
package dev.perdure.tests.crash;

import org.jspecify.annotations.NullMarked;
