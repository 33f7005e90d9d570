/** Projects of users, built the ways users build: plain {@code javac}, in this process, with every warning an error, on every JDK at hand. */
@NullMarked
package dev.perdure.tests.builds;

import org.jspecify.annotations.NullMarked;
