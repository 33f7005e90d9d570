/**
 * Makes random durable methods, and holds each against itself: plain, lowered and crashed. A program is the outcome of a
 * list of choices ({@link dev.perdure.tests.fuzz.Choices}), so that a failing one is made small by making the list small.
 */
@NullMarked
package dev.perdure.tests.fuzz;

import org.jspecify.annotations.NullMarked;
