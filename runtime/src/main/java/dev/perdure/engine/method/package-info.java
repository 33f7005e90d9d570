/** From a method reference to the class generated for the method, and from a method's identity to the instance that runs it. */
@NullMarked
package dev.perdure.engine.method;

import org.jspecify.annotations.NullMarked;
