/**
 * The rules of the house, held by tests: who may know whom, and what must be passed in.
 *
 * <p>Every rule is a function of the classes or packages it speaks of, so that it can be run on {@code planted} too, a
 * small tree that breaks each of them once. Enters: rules that any compiled class can be held to. Stays out: behaviour.
 */
@NullMarked
package dev.perdure.architecture;

import org.jspecify.annotations.NullMarked;
