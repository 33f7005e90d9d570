/**
 * Lock files: what runs under way were saved as, kept in version control, and whether the code at hand can resume them.
 *
 * <p>Enters: pure comparison of layouts, their text, and the one class that touches files. Stays out: the compiler.
 */
@NullMarked
package dev.perdure.processor.layout;

import org.jspecify.annotations.NullMarked;
