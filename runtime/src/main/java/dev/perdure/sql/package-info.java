/**
 * What every store on SQL shares: versioned scripts, the row of a run and its seal, the form of times.
 *
 * <p>Enters: what two dialects need alike. Stays out: connections, locks, statements of one dialect.
 */
@NullMarked
package dev.perdure.sql;

import org.jspecify.annotations.NullMarked;
