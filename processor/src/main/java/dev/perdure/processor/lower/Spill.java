package dev.perdure.processor.lower;

import dev.perdure.processor.model.Operand;
import dev.perdure.processor.model.Site;
import dev.perdure.processor.model.Var;

/** An operand that has to be kept over an await to its right. */
public record Spill(Var temp, Operand operand, Site site) {}
