/** Work in transactions of the store's database. */
@NullMarked
package dev.perdure.tests.tx;

import org.jspecify.annotations.NullMarked;
