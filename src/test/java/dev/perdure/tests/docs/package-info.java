/** Holds the documentation to the code: every snippet is compiled and run, every error has its page. */
@NullMarked
package dev.perdure.tests.docs;

import org.jspecify.annotations.NullMarked;
