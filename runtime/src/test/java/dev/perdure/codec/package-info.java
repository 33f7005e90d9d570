/** What goes into JSON comes out of it. */
@NullMarked
package dev.perdure.codec;

import org.jspecify.annotations.NullMarked;
