/** A process that is killed again and again, and a ledger of what it did. */
@NullMarked
package dev.perdure.tests.kill;

import org.jspecify.annotations.NullMarked;
