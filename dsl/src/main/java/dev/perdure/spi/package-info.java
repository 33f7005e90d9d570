/**
 * What the words are made of, for the runtime and for generated code: an await as data ({@link dev.perdure.spi.AwaitSpec}),
 * what it waits for ({@link dev.perdure.spi.Source}) and who runs it ({@link dev.perdure.spi.Scope}). Not for applications.
 */
@NullMarked
package dev.perdure.spi;

import org.jspecify.annotations.NullMarked;
