/** Payments that a provider reports through a callback over HTTP. */
@NullMarked
package dev.perdure.samples.webhook;

import org.jspecify.annotations.NullMarked;
