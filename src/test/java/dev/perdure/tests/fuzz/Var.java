package dev.perdure.tests.fuzz;

/**
 * A local in scope.
 *
 * @param fixed whether it is never assigned again, and so can be captured
 * @param assignable whether programs may assign it; neither is a counter that ends a loop
 */
record Var(String name, Kind kind, boolean fixed, boolean assignable) {}
