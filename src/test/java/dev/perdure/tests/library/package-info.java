/** Methods that others wrote, from their published sources, with awaits put into them: they must give what they gave before. */
@NullMarked
package dev.perdure.tests.library;

import org.jspecify.annotations.NullMarked;
