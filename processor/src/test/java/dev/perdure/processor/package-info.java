/** What the processor generates and reports, held against accepted files. Behaviour is tested across modules. */
@NullMarked
package dev.perdure.processor;

import org.jspecify.annotations.NullMarked;
