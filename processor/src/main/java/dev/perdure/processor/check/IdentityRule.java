package dev.perdure.processor.check;

import dev.perdure.Finding;
import dev.perdure.processor.lower.Plan;
import dev.perdure.processor.lower.Spill;
import dev.perdure.processor.model.MethodModel;
import dev.perdure.processor.model.Operand;
import dev.perdure.processor.model.Problem;
import java.util.List;

/** An object that is changed after an await is found anew after it, and not kept as a copy of it. */
final class IdentityRule implements PlanRule {
    @Override
    public List<Problem> check(MethodModel method, Plan plan) {
        return plan.spills().stream()
                .filter(IdentityRule::isSensitive)
                .map(spill -> problem(method, spill))
                .toList();
    }

    private static boolean isSensitive(Spill spill) {
        var type = spill.operand().expr().type();
        var keep = spill.operand().keep();
        boolean changed = keep == Operand.Keep.TARGET
                || (keep == Operand.Keep.VALUE && type.text().endsWith("[]"));
        return changed && !type.valueLike() && type.unsaveable() == null;
    }

    private static Problem problem(MethodModel method, Spill spill) {
        var span = spill.operand().expr().span();
        var site = spill.site();
        return new Problem(
                Finding.IDENTITY_SPILL,
                span,
                "'" + method.text(span) + "' (" + spill.operand().expr().type().shown() + ") is evaluated before the"
                        + " await '" + site.label() + "' (line " + site.line()
                        + ") and may be changed after it; after a"
                        + " restart the change would go to a copy and be lost."
                        + " Write the await into a local first, then evaluate this");
    }
}
