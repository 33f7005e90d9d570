package dev.perdure.processor.check;

import dev.perdure.Finding;
import dev.perdure.processor.lower.Plan;
import dev.perdure.processor.model.MethodModel;
import dev.perdure.processor.model.Problem;
import java.util.ArrayList;
import java.util.List;

/** The value of an await can be recorded, where it is used. */
final class SaveableResultRule implements PlanRule {
    @Override
    public List<Problem> check(MethodModel method, Plan plan) {
        var problems = new ArrayList<Problem>();
        for (var point : plan.points()) {
            var obstacle = point.result().unsaveable();
            var site = point.site();
            if (obstacle != null && site != null)
                problems.add(new Problem(
                        Finding.UNSAVEABLE_RESULT,
                        site.span(),
                        "the result (" + point.result().shown() + ") of the await '" + site.label() + "' (line "
                                + site.line() + ") is recorded, but cannot be saved: " + obstacle
                                + ". Return a record, an id or another value that can be saved from the awaited call"));
        }
        return problems;
    }
}
