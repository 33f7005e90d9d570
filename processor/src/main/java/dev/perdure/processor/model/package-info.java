/**
 * A durable method as data: what {@code read} has found in the source, what {@code check} judges and {@code lower} takes
 * apart. Records only; positions are offsets into the user's file. No compiler type may enter.
 */
@NullMarked
package dev.perdure.processor.model;

import org.jspecify.annotations.NullMarked;
