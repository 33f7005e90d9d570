package dev.perdure.processor.check;

import dev.perdure.processor.lower.Plan;
import dev.perdure.processor.model.MethodModel;
import dev.perdure.processor.model.Problem;
import java.util.List;

/** Judges what has become of a durable method: what is kept over its awaits. */
interface PlanRule {
    /** What is wrong; empty if nothing is. */
    List<Problem> check(MethodModel method, Plan plan);
}
