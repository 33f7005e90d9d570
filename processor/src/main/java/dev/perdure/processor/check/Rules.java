package dev.perdure.processor.check;

import dev.perdure.processor.lower.Plan;
import dev.perdure.processor.model.MethodModel;
import dev.perdure.processor.model.Problem;
import java.util.List;

/** All rules. */
public final class Rules {
    private static final List<Rule> ON_SOURCE = List.of(
            new MethodShapeRule(),
            new HostRule(),
            new PlacementRule(),
            new TakenRule(),
            new LabelRule(),
            new StepRule(),
            new FieldWriteRule(),
            new PrivateTypeRule(),
            new HiddenTypeRule(),
            new InputRule(),
            new LocalClassRule());
    /** What concerns a lambda that becomes a machine; the rest is said of its method. */
    private static final List<Rule> ON_LAMBDA = List.of(
            new PlacementRule(),
            new TakenRule(),
            new LabelRule(),
            new StepRule(),
            new FieldWriteRule(),
            new PrivateTypeRule(),
            new HiddenTypeRule(),
            new CaptureRule(),
            new LocalClassRule());

    /** What may be as it is, and is asked for. */
    private static final List<Rule> LINTS = List.of(new BareCallRule());

    private static final List<PlanRule> ON_PLAN =
            List.of(new SaveableLocalRule(), new SaveableResultRule(), new IdentityRule(), new HiddenLocalRule());

    private Rules() {}

    /** What is wrong with a method's source; if anything is, it should not be lowered. */
    public static List<Problem> ofSource(MethodModel method) {
        return (method.isLambda() ? ON_LAMBDA : ON_SOURCE)
                .stream()
                        .flatMap(rule -> rule.check(method).stream())
                        .distinct()
                        .toList();
    }

    /** What may be wrong with a method's source, and need not be. */
    public static List<Problem> lints(MethodModel method) {
        return LINTS.stream()
                .flatMap(rule -> rule.check(method).stream())
                .distinct()
                .toList();
    }

    /** What is wrong with what a method keeps over its awaits. */
    public static List<Problem> ofPlan(MethodModel method, Plan plan) {
        return ON_PLAN.stream()
                .flatMap(rule -> rule.check(method, plan).stream())
                .distinct()
                .toList();
    }
}
