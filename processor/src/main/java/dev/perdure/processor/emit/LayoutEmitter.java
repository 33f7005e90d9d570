package dev.perdure.processor.emit;

import com.palantir.javapoet.TypeSpec;
import dev.perdure.processor.lower.Plan;
import dev.perdure.processor.lower.PointPlan;
import dev.perdure.processor.model.MethodModel;
import dev.perdure.processor.model.Text;
import dev.perdure.processor.model.Var;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the static description of the machine: handlers, slots and points. */
final class LayoutEmitter {
    /** Stands for the table of lines until the whole file is rendered. */
    static final String LINES = "@lines@";

    private static final int CONTRACT = 2;

    private final MethodModel method;
    private final Plan plan;

    LayoutEmitter(MethodModel method, Plan plan) {
        this.method = method;
        this.plan = plan;
    }

    void fields(TypeSpec.Builder machine) {
        machine.addField(Signatures.constant(Modifier.PUBLIC, Names.LAYOUT, "LAYOUT", "$layout()"));
        if (!RunEmitter.catches(plan)) return;
        machine.addField(Signatures.constant(
                Modifier.PRIVATE,
                "int[]",
                "HANDLERS",
                "{"
                        + plan.blocks().stream()
                                .map(block -> "" + block.handler())
                                .collect(Collectors.joining(", "))
                        + "}"));
    }

    /** Statement by statement: javac's stack is too short for a chain of hundreds of calls. */
    void method(TypeSpec.Builder machine) {
        var out = new SourceWriter();
        out.line("var layout = " + Names.LAYOUT + ".of(" + CONTRACT + ", "
                + method.host().erased() + ".class, "
                + Text.quoted(method.identity()) + ", "
                + Text.quoted(method.host().file()) + ", " + method.machine()
                + "::new);");
        if (method.isStatic()) out.line("layout.isStatic();");
        var queue = method.shape().queue();
        if (!queue.isEmpty()) out.line("layout.queue(" + Text.quoted(queue) + ");");
        if (!method.result().isVoid())
            out.line("layout.returns(" + method.result().reified() + ");");
        for (var slot : plan.slots())
            out.line("layout.slot(" + Text.quoted(slot.slot()) + ", "
                    + slot.type().reified() + ");");
        for (var point : plan.points()) point(out, point);
        for (var lambda : method.lambdas()) out.line("layout.part(" + lambda.machine() + ".LAYOUT);");
        out.line("return layout.lines(\"" + LINES + "\").build();");
        machine.addMethod(
                Signatures.with(Signatures.statics(Modifier.PRIVATE, "", Names.LAYOUT, "$layout", List.of()), out));
    }

    private void point(SourceWriter out, PointPlan point) {
        var site = point.site();
        out.line("layout.at("
                + Text.quoted(site == null ? "@start" : site.label()) + ", "
                + (site == null ? method.line(method.nameSpan().start()) : site.line()) + ", "
                + Math.max(0, point.issue()) + ", "
                + Math.max(0, point.resume()) + ", "
                + issueSlots(point) + ", "
                + slots(live(point, point.resume())) + ", "
                + point.result().reified() + ")"
                + (point.tail() ? ".tail();" : ";"));
    }

    private Set<Var> live(PointPlan point, int block) {
        if (point.site() == null) return Set.copyOf(method.parameters());
        return plan.live().getOrDefault(block, Set.of());
    }

    private String issueSlots(PointPlan point) {
        var live = live(point, point.issue());
        boolean saveable = live.stream().allMatch(var -> var.type().unsaveable() == null);
        return saveable ? slots(live) : "null";
    }

    private String slots(Set<Var> live) {
        return live.stream()
                .map(var -> plan.slots().indexOf(var))
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(" ", "\"", "\""));
    }
}
