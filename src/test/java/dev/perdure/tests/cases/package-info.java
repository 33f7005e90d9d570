/** The hand-written cases of the compiler: what may stand round an await, and what is refused. */
@NullMarked
package dev.perdure.tests.cases;

import org.jspecify.annotations.NullMarked;
