/**
 * The rules: each looks at a method's model and plan and returns what it finds. One rule, one class. Nothing is printed
 * here, and nothing changed.
 */
@NullMarked
package dev.perdure.processor.check;

import org.jspecify.annotations.NullMarked;
