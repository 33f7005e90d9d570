/** A crawler that fetches the pages of a site, many at a time and each one once. */
@NullMarked
package dev.perdure.samples.crawler;

import org.jspecify.annotations.NullMarked;
