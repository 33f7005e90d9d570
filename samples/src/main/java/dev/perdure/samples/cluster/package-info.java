/** Workers that share a PostgreSQL, and are killed and frozen at random while they work. */
@NullMarked
package dev.perdure.samples.cluster;

import org.jspecify.annotations.NullMarked;
