/** Tests of lock files. */
@NullMarked
package dev.perdure.processor.layout;

import org.jspecify.annotations.NullMarked;
