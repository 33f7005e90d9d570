package dev.perdure.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.perdure.processor.lower.Block;
import dev.perdure.processor.lower.End;
import dev.perdure.processor.lower.Item;
import dev.perdure.processor.lower.Plan;
import dev.perdure.processor.model.Code;
import dev.perdure.processor.model.Piece;
import dev.perdure.processor.model.Var;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Writes the blocks: one switch over the state, cut into methods that a JIT compiler still likes. */
final class RunEmitter {
    private static final int BLOCKS_PER_METHOD = 40;

    private final Plan plan;
    private final Renderer renderer;
    private final Map<Integer, String> titles;
    private @Nullable Set<Var> bare;

    RunEmitter(Plan plan, Renderer renderer) {
        this.plan = plan;
        this.renderer = renderer;
        titles = new HashMap<>();
        for (var point : plan.points())
            if (point.site() != null)
                titles.put(point.issue(), "await '" + point.site().label() + "'");
    }

    void emit(TypeSpec.Builder machine) {
        int count = plan.blocks().size();
        int methods = (count + BLOCKS_PER_METHOD - 1) / BLOCKS_PER_METHOD;
        machine.addMethod(methods == 1 ? single() : dispatching(methods));
        if (methods == 1) return;
        for (int i = 0; i < methods; i++)
            machine.addMethod(part(i, i * BLOCKS_PER_METHOD, Math.min(count, (i + 1) * BLOCKS_PER_METHOD)));
    }

    private static MethodSpec.Builder run() {
        return MethodSpec.methodBuilder("$run")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(TypeName.INT)
                .addException(Throwable.class);
    }

    private MethodSpec single() {
        var body = CodeBlock.builder();
        body.beginControlFlow("$L for (;;)", "$:");
        body.beginControlFlow("try");
        body.beginControlFlow("switch (this.$L)", "$state");
        blocks(body, 0, plan.blocks().size());
        body.add("default:\n$>throw $L();\n$<", "$noBlock");
        body.endControlFlow();
        unwind(body);
        body.endControlFlow();
        return run().addCode(body.build()).build();
    }

    private static void unwind(CodeBlock.Builder body) {
        body.nextControlFlow("catch ($T $L)", Throwable.class, "$t");
        body.addStatement("this.$L = this.$L($L, HANDLERS)", "$state", "$unwind", "$t");
        body.endControlFlow();
    }

    private MethodSpec dispatching(int methods) {
        var body = CodeBlock.builder();
        body.beginControlFlow("for (;;)");
        body.beginControlFlow("try");
        body.add("int $L = switch (this.$L / $L) {\n$>", "$done", "$state", BLOCKS_PER_METHOD);
        for (int i = 0; i < methods; i++) body.add("case $L -> $L();\n", i, "$step" + i);
        body.add("default -> throw $L();\n", "$noBlock");
        body.add("$<};\n");
        body.addStatement("if ($L != 0) return $L", "$done", "$done");
        unwind(body);
        body.endControlFlow();
        return run().addCode(body.build()).build();
    }

    private MethodSpec part(int number, int from, int to) {
        var body = CodeBlock.builder();
        body.beginControlFlow("$L for (;;)", "$:");
        body.beginControlFlow("switch (this.$L)", "$state");
        blocks(body, from, to);
        body.add("default:\n$>return 0;\n$<");
        body.endControlFlow();
        body.endControlFlow();
        return MethodSpec.methodBuilder("$step" + number)
                .addModifiers(Modifier.PRIVATE)
                .returns(TypeName.INT)
                .addException(Throwable.class)
                .addCode(body.build())
                .build();
    }

    private void blocks(CodeBlock.Builder body, int from, int to) {
        for (int i = from; i < to; i++) block(body, plan.blocks().get(i), i + 1 < to);
    }

    private void block(CodeBlock.Builder body, Block block, boolean mayFall) {
        renderer.newBlock();
        var title = titles.get(block.id());
        body.add("case $L: {$L\n$>", block.id(), title == null ? "" : " // " + title);
        hoisted(block).forEach(var -> body.add("$L;\n", renderer.declare(var)));
        for (var item : block.items()) item(body, item);
        end(body, block, mayFall);
        body.add("$<}\n");
    }

    /** Locals of this block whose declaration, without a value, stands in another one. */
    private List<Var> hoisted(Block block) {
        var bare = new HashSet<>(bare());
        bare.retainAll(block.mentioned());
        bare.removeAll(declared(block));
        return bare.stream().sorted(java.util.Comparator.comparingInt(Var::id)).toList();
    }

    /** Locals that are declared without a value. */
    private Set<Var> bare() {
        if (bare == null) {
            bare = new HashSet<>();
            for (var each : plan.blocks())
                for (var item : each.items()) if (item.declares() != null) bare.add(item.declares());
            bare.removeAll(plan.fields());
        }
        return bare;
    }

    private static Set<Var> declared(Block block) {
        var all = new HashSet<Var>();
        for (var item : block.items()) {
            if (item.declares() != null) all.add(item.declares());
            for (var piece : item.code().pieces()) if (piece instanceof Piece.Declare found) all.add(found.var());
        }
        return all;
    }

    private void item(CodeBlock.Builder body, Item item) {
        var var = item.declares();
        if (var == null) statement(body, item.code(), item.position());
        else if (!plan.fields().contains(var)) body.add("$L;\n", renderer.declare(var));
    }

    private void statement(CodeBlock.Builder body, Code code, int position) {
        body.add("$L\n", Marks.noted(renderer.statement(code, position)));
    }

    private void end(CodeBlock.Builder body, Block block, boolean mayFall) {
        var end = block.end();
        if (end instanceof End.Go go) go(body, block, go.block(), mayFall);
        else if (end instanceof End.Choose choice) choose(body, choice);
        else if (end instanceof End.Select select) {
            statement(body, select.code(), select.position());
            body.add("continue $L;\n", "$");
        } else if (end instanceof End.Dispatch dispatch) dispatch(body, dispatch);
        else if (end instanceof End.Catch handler) handler(body, handler);
        else if (end instanceof End.Suspend suspend) {
            for (var dead : plan.cleared().getOrDefault(suspend.point(), List.of()))
                body.add("this.$L = null;\n", dead.field());
            statement(body, suspend.code(), suspend.position());
        } else if (end instanceof End.Finish finish) statement(body, finish.code(), finish.position());
    }

    private static void go(CodeBlock.Builder body, Block block, int target, boolean mayFall) {
        body.add("this.$L = $L;\n", "$state", target);
        if (!mayFall || target != block.id() + 1) body.add("continue $L;\n", "$");
    }

    private void choose(CodeBlock.Builder body, End.Choose choice) {
        var code = Code.of(
                "this.$state = ", choice.condition(), " ? " + choice.whenTrue() + " : " + choice.whenFalse() + ";");
        statement(body, code, choice.position());
        body.add("continue $L;\n", "$");
    }

    private void dispatch(CodeBlock.Builder body, End.Dispatch dispatch) {
        var index = dispatch.index();
        var name = plan.fields().contains(index) ? "this." + index.field() : index.java();
        body.add("this.$L = switch ($L) {\n$>", "$state", name);
        for (int i = 0; i < dispatch.targets().size(); i++) {
            boolean last = i == dispatch.targets().size() - 1;
            body.add(
                    "$L -> $L;\n",
                    last ? "default" : "case " + i,
                    dispatch.targets().get(i));
        }
        body.add("$<};\ncontinue $L;\n", "$");
    }

    private static void handler(CodeBlock.Builder body, End.Catch handler) {
        for (var clause : handler.clauses()) {
            var test = clause.types().stream()
                    .map(type -> "this.$thrown instanceof " + type)
                    .collect(Collectors.joining(" || "));
            body.beginControlFlow("if ($L)", test);
            body.add("this.$L = $L;\ncontinue $L;\n", "$state", clause.block(), "$");
            body.endControlFlow();
        }
        body.add("throw this.$L;\n", "$thrown");
    }
}
