/** Tests of the store on PostgreSQL, on a real server. */
@NullMarked
package dev.perdure.postgres;

import org.jspecify.annotations.NullMarked;
