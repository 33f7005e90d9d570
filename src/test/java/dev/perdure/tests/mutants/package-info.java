/**
 * Bugs planted in the engine and its stores, one at a time, each tried by the rigs one after the other until one finds it. What
 * none finds shows where the rigs are blind.
 */
@NullMarked
package dev.perdure.tests.mutants;

import org.jspecify.annotations.NullMarked;
