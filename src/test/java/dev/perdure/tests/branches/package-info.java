/** Groups of awaits, branches and undos: lambdas that become machines. */
@NullMarked
package dev.perdure.tests.branches;

import org.jspecify.annotations.NullMarked;
