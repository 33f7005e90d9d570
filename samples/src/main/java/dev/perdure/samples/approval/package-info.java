/** Expense claims that wait for a person, who may never answer. */
@NullMarked
package dev.perdure.samples.approval;

import org.jspecify.annotations.NullMarked;
