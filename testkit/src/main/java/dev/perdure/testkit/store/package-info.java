/**
 * The contract of {@link dev.perdure.store.Store} as tests, for authors of stores: {@link
 * dev.perdure.testkit.store.StoreContract}. The stores of Perdure pass it; nothing else makes a store one.
 */
@NullMarked
package dev.perdure.testkit.store;

import org.jspecify.annotations.NullMarked;
