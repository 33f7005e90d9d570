package dev.perdure.processor.check;

import dev.perdure.processor.lower.Plan;
import dev.perdure.processor.model.MethodModel;
import dev.perdure.processor.model.Problem;
import dev.perdure.processor.model.Var;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * What becomes a field has a type that the generated class can name. Of what cannot be saved either nothing is said here:
 * another name for its type would not help.
 */
final class HiddenLocalRule implements PlanRule {
    @Override
    public List<Problem> check(MethodModel method, Plan plan) {
        var others = new HashSet<>(method.parameters());
        SaveableLocalRule.kept(plan).stream()
                .filter(var -> var.type().unsaveable() != null)
                .forEach(others::add);
        return plan.fields().stream()
                .filter(var -> var.type().hidden() != null && !others.contains(var))
                .sorted(Comparator.comparingInt(Var::id))
                .map(var -> problem(method, var))
                .toList();
    }

    private static Problem problem(MethodModel method, Var var) {
        var name = var.temp() ? Sightings.quote(method, var.span()) : "'" + var.name() + "'";
        var what = "the type of " + name + " (" + var.type().shown() + ")";
        return HiddenTypeRule.problem(
                java.util.Objects.requireNonNull(var.type().hidden()).at(var.span(), what));
    }
}
