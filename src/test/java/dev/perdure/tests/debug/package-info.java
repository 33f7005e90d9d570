/** A durable method in a debugger. */
@NullMarked
package dev.perdure.tests.debug;

import org.jspecify.annotations.NullMarked;
