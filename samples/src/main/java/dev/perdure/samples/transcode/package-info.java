/**
 * Work that is done elsewhere: sound clips are handed to a job server in another process, polled until they are done, fetched
 * and published. Either process may die at any moment.
 */
@NullMarked
package dev.perdure.samples.transcode;

import org.jspecify.annotations.NullMarked;
