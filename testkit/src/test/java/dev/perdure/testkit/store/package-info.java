@NullMarked
package dev.perdure.testkit.store;

import org.jspecify.annotations.NullMarked;
