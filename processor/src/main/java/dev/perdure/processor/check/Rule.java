package dev.perdure.processor.check;

import dev.perdure.processor.model.MethodModel;
import dev.perdure.processor.model.Problem;
import java.util.List;

/** Judges the source of a durable method. */
interface Rule {
    /** What is wrong; empty if nothing is. */
    List<Problem> check(MethodModel method);
}
