/**
 * The store on PostgreSQL, which any number of processes share.
 *
 * <p>Enters: PostgreSQL and what it alone needs. Stays out: anything another store would want too.
 */
@NullMarked
package dev.perdure.postgres;

import org.jspecify.annotations.NullMarked;
