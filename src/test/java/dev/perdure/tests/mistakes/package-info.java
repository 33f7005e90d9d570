/** What users do wrong at run time, and what happens to their data: each is named, and nothing is lost by it. */
@NullMarked
package dev.perdure.tests.mistakes;

import org.jspecify.annotations.NullMarked;
