/**
 * The embedded store, and the engine set up on it in one call.
 *
 * <p>Enters: SQLite and what it alone needs. Stays out: anything another store would want too.
 */
@NullMarked
package dev.perdure.local;

import org.jspecify.annotations.NullMarked;
