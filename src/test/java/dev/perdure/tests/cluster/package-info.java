/** Several processes on one PostgreSQL, stopped and killed. */
@NullMarked
package dev.perdure.tests.cluster;

import org.jspecify.annotations.NullMarked;
