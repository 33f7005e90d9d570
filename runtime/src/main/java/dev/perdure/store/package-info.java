/**
 * The contract between the engine and whatever keeps its checkpoints.
 *
 * <p>Enters: the SPI, its records and the guarantees every store owes. Stays out: any one database.
 */
@NullMarked
package dev.perdure.store;

import org.jspecify.annotations.NullMarked;
