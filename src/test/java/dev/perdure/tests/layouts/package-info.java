/**
 * Code that changes while runs of it wait: one version is compiled, locked and run, the next is compiled against the lock
 * files and resumes on the same store.
 */
@NullMarked
package dev.perdure.tests.layouts;

import org.jspecify.annotations.NullMarked;
