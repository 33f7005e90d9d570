package dev.perdure.processor.lower;

import dev.perdure.processor.model.Code;
import dev.perdure.processor.model.Facts;

/** What is left of an expression once its awaits are behind it: code to be evaluated once, in the current block. */
record Value(Code code, Facts facts) {}
