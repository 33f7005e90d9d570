@NullMarked
package dev.perdure.testkit;

import org.jspecify.annotations.NullMarked;
