package dev.perdure.processor.check;

import dev.perdure.Finding;
import dev.perdure.processor.lower.Plan;
import dev.perdure.processor.lower.PointPlan;
import dev.perdure.processor.lower.Spill;
import dev.perdure.processor.model.MethodModel;
import dev.perdure.processor.model.Problem;
import dev.perdure.processor.model.Site;
import dev.perdure.processor.model.Span;
import dev.perdure.processor.model.Var;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is still used after an await can be saved. */
final class SaveableLocalRule implements PlanRule {
    @Override
    public List<Problem> check(MethodModel method, Plan plan) {
        var problems = new ArrayList<Problem>();
        var seen = new HashSet<Var>();
        for (var point : plan.points()) {
            if (point.site() == null || point.resume() < 0) continue;
            kept(plan, point).stream()
                    .filter(var -> var.type().unsaveable() != null && seen.add(var))
                    .sorted(Comparator.comparingInt(Var::id))
                    .forEach(var -> problems.add(problem(method, plan, var, point)));
        }
        return problems;
    }

    /** What is kept over any await. */
    static Set<Var> kept(Plan plan) {
        var all = new HashSet<Var>();
        for (var point : plan.points()) if (point.site() != null && point.resume() >= 0) all.addAll(kept(plan, point));
        return all;
    }

    private static Set<Var> kept(Plan plan, PointPlan point) {
        var live = new HashSet<>(plan.live().getOrDefault(point.resume(), Set.of()));
        if (point.group()) live.addAll(plan.live().getOrDefault(point.issue(), Set.of()));
        return live;
    }

    private static Problem problem(MethodModel method, Plan plan, Var var, PointPlan point) {
        var site = java.util.Objects.requireNonNull(point.site());
        var span = var.parameter() ? method.nameSpan() : var.span();
        return new Problem(Finding.UNSAVEABLE_LOCAL, span, text(method, plan, var, site, span));
    }

    private static String text(MethodModel method, Plan plan, Var var, Site site, Span span) {
        var at = "the await '" + site.label() + "' (line " + site.line() + ")";
        var type = var.type().shown();
        var reason = ", but cannot be saved: " + var.type().unsaveable();
        if (!var.temp())
            return "'" + var.name() + "' (" + type + ") is used after " + at + reason + "."
                    + " Use it up before the await and make it anew after it, or keep a value from which it can be made";
        boolean spilled = plan.spills().stream().map(Spill::temp).anyMatch(var::equals);
        var what = "'" + method.text(span) + "' (" + type + ")";
        return spilled
                ? what + " is evaluated before " + at + " and used after it" + reason + "."
                        + " Write the await into a local first and use that here"
                : what + " is kept over " + at + reason + ". Collect what is needed of it into a list of records first";
    }
}
