/** Trips of several bookings that are taken back when one of them cannot be had. */
@NullMarked
package dev.perdure.samples.trip;

import org.jspecify.annotations.NullMarked;
