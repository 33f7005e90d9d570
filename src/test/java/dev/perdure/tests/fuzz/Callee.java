package dev.perdure.tests.fuzz;

import java.util.List;

/** A durable method that the program can call; its first parameter is how deep it may still recur. */
record Callee(String name, Kind result, List<Kind> parameters) {}
