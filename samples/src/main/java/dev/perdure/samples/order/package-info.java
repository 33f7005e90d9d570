/**
 * An order from stock to receipt: a loop, retries, a timeout, a durable pause, an idempotent charge. {@link
 * dev.perdure.samples.order.OrderFlow} is what an application would write; {@link dev.perdure.samples.order.OrderApp} runs
 * it over a file of orders; the rest of the demo kills it and checks the books.
 */
@NullMarked
package dev.perdure.samples.order;

import org.jspecify.annotations.NullMarked;
