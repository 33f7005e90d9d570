package dev.perdure.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.perdure.processor.lower.Plan;
import dev.perdure.processor.lower.PointPlan;
import dev.perdure.processor.model.MethodModel;
import dev.perdure.processor.model.TypeRef;
import dev.perdure.processor.model.Var;
import java.lang.reflect.Type;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the static description of the machine: types, handlers, slots and points. */
final class LayoutEmitter {
    /** Stands for the table of lines until the whole file is rendered. */
    static final String LINES = "@lines@";

    private static final int CONTRACT = 1;

    private final MethodModel method;
    private final Plan plan;

    LayoutEmitter(MethodModel method, Plan plan) {
        this.method = method;
        this.plan = plan;
    }

    void emit(TypeSpec.Builder machine) {
        machine.addField(FieldSpec.builder(Type[].class, "TYPES", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(
                        "{$L}",
                        plan.slots().stream().map(var -> var.type().reified()).collect(Collectors.joining(", ")))
                .build());
        machine.addField(FieldSpec.builder(int[].class, "HANDLERS", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(
                        "{$L}",
                        plan.blocks().stream()
                                .map(block -> "" + block.handler())
                                .collect(Collectors.joining(", ")))
                .build());
        machine.addField(FieldSpec.builder(Names.LAYOUT, "LAYOUT", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .initializer("$L()", "$layout")
                .build());
        machine.addMethod(MethodSpec.methodBuilder("$layout")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(Names.LAYOUT)
                .addCode(layout())
                .build());
    }

    /** Statement by statement: javac's stack is too short for a chain of hundreds of calls. */
    private CodeBlock layout() {
        var code = CodeBlock.builder();
        code.addStatement(
                "var layout = $T.of($L, $L.class, $S, $S, $L::new)",
                Names.LAYOUT,
                CONTRACT,
                method.host().erased(),
                method.identity(),
                method.host().file(),
                method.machine());
        if (method.isStatic()) code.addStatement("layout.isStatic()");
        if (!method.result().isVoid()) code.addStatement("layout.returns($L)", reified(method.result()));
        if (!plan.slots().isEmpty()) code.addStatement("layout.slots(TYPES$L)", names());
        plan.points().forEach(point -> point(code, point));
        method.lambdas().forEach(lambda -> code.addStatement("layout.part($L.LAYOUT)", lambda.machine()));
        return code.addStatement("return layout.lines($S).build()", LINES).build();
    }

    private String names() {
        return plan.slots().stream()
                .map(var -> CodeBlock.of(", $S", var.slot()).toString())
                .collect(Collectors.joining());
    }

    private static String reified(TypeRef type) {
        return type.reified();
    }

    private void point(CodeBlock.Builder code, PointPlan point) {
        var site = point.site();
        code.addStatement(
                "layout.at($S, $L, $L, $L, $L, $L, $L)" + (point.tail() ? ".tail()" : ""),
                site == null ? "@start" : site.label(),
                site == null ? method.line(method.nameSpan().start()) : site.line(),
                Math.max(0, point.issue()),
                Math.max(0, point.resume()),
                issueSlots(point),
                slots(live(point, point.resume())),
                reified(point.result()));
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
