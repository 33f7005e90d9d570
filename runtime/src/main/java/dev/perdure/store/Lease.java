package dev.perdure.store;

import java.time.Instant;

/**
 * A node's right to change the runs it owns.
 *
 * @param node the node's name
 * @param token greater than that of every lease before it in this store
 * @param until when it ends by the store's clock, unless renewed; {@link Instant#MAX} where it cannot expire
 */
public record Lease(String node, long token, Instant until) {}
