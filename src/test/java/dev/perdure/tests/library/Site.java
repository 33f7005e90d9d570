package dev.perdure.tests.library;

/**
 * An expression that an await is put round.
 *
 * @param start where it begins in the source
 * @param end where it ends
 */
record Site(int start, int end) {}
