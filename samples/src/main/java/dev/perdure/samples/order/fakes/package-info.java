/** The world outside: services that are slow, fail now and then, and remember what they did in files of their own. */
@NullMarked
package dev.perdure.samples.order.fakes;

import org.jspecify.annotations.NullMarked;
