/** The snippets of the pages about operations, and the test that runs them. */
@NullMarked
package dev.perdure.tests.docs.operations;

import org.jspecify.annotations.NullMarked;
