package dev.perdure.processor.emit;

import com.palantir.javapoet.MethodSpec;
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

    /** Whether an exception can have a handler in the method. */
    static boolean catches(Plan plan) {
        return plan.blocks().stream().anyMatch(block -> block.handler() >= 0);
    }

    void emit(TypeSpec.Builder machine) {
        var out = new SourceWriter();
        int count = plan.blocks().size();
        int methods = (count + BLOCKS_PER_METHOD - 1) / BLOCKS_PER_METHOD;
        boolean catches = catches(plan);
        if (methods == 1) out.open("$: for (;;)");
        else if (catches) out.open("for (;;)");
        if (catches) out.open("try");
        if (methods == 1) single(out);
        else dispatch(out, methods, catches);
        if (catches) unwind(out);
        if (methods == 1 || catches) out.close();
        machine.addMethod(Signatures.with(
                Signatures.overriding(Modifier.PROTECTED, "int", "$run").addException(Throwable.class), out));
        if (methods == 1) return;
        for (int i = 0; i < methods; i++)
            part(machine, i, i * BLOCKS_PER_METHOD, Math.min(count, (i + 1) * BLOCKS_PER_METHOD));
    }

    private void single(SourceWriter out) {
        out.open("switch (this.$state)");
        blocks(out, 0, plan.blocks().size());
        out.line("default:\n    throw $noBlock();").close();
    }

    private static void unwind(SourceWriter out) {
        out.next("catch (java.lang.Throwable $t)");
        out.line("this.$state = this.$unwind($t, HANDLERS);").close();
    }

    private static void dispatch(SourceWriter out, int methods, boolean catches) {
        if (!catches) out.open("for (;;)");
        out.open("int $done = switch (this.$state / " + BLOCKS_PER_METHOD + ")");
        for (int i = 0; i < methods; i++) out.line("case " + i + " -> $step" + i + "();");
        out.line("default -> throw $noBlock();").close("};");
        out.line("if ($done != 0) return $done;");
        if (!catches) out.close();
    }

    private void part(TypeSpec.Builder machine, int number, int from, int to) {
        var out = new SourceWriter();
        out.open("$: for (;;)").open("switch (this.$state)");
        blocks(out, from, to);
        out.line("default:\n    return 0;").close().close();
        machine.addMethod(Signatures.with(
                MethodSpec.methodBuilder("$step" + number)
                        .addModifiers(Modifier.PRIVATE)
                        .returns(int.class)
                        .addException(Throwable.class),
                out));
    }

    private void blocks(SourceWriter out, int from, int to) {
        for (int i = from; i < to; i++) block(out, plan.blocks().get(i), i + 1 < to);
    }

    private void block(SourceWriter out, Block block, boolean mayFall) {
        renderer.newBlock();
        var title = titles.get(block.id());
        out.line("case " + block.id() + ": {" + (title == null ? "" : " // " + title))
                .deeper();
        hoisted(block).forEach(var -> out.line(renderer.declare(var) + ";"));
        for (var item : block.items()) item(out, item);
        end(out, block, mayFall);
        out.close();
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

    private void item(SourceWriter out, Item item) {
        var var = item.declares();
        if (var == null) statement(out, item.code(), item.position());
        else if (!plan.fields().contains(var)) out.line(renderer.declare(var) + ";");
    }

    private void statement(SourceWriter out, Code code, int position) {
        var text = Marks.noted(renderer.statement(code, position));
        if (!text.isEmpty()) out.line(text);
    }

    private void end(SourceWriter out, Block block, boolean mayFall) {
        var end = block.end();
        if (end instanceof End.Go go) go(out, block, go.block(), mayFall);
        else if (end instanceof End.Choose choice) choose(out, choice);
        else if (end instanceof End.Select select) {
            statement(out, select.code(), select.position());
            out.line("continue $;");
        } else if (end instanceof End.Dispatch dispatch) dispatch(out, dispatch);
        else if (end instanceof End.Catch handler) handler(out, handler);
        else if (end instanceof End.Suspend suspend) {
            for (var dead : plan.cleared().getOrDefault(suspend.point(), List.of()))
                out.line("this." + dead.field() + " = null;");
            statement(out, suspend.code(), suspend.position());
        } else if (end instanceof End.Finish finish) {
            var text = renderer.statement(finish.code(), finish.position());
            out.line(Marks.noted(Marks.split(text, "return this.$return($result);")));
        }
    }

    private static void go(SourceWriter out, Block block, int target, boolean mayFall) {
        out.line("this.$state = " + target + ";");
        if (!mayFall || target != block.id() + 1) out.line("continue $;");
    }

    private void choose(SourceWriter out, End.Choose choice) {
        var code = Code.of(
                "this.$state = ", choice.condition(), " ? " + choice.whenTrue() + " : " + choice.whenFalse() + ";");
        statement(out, code, choice.position());
        out.line("continue $;");
    }

    private void dispatch(SourceWriter out, End.Dispatch dispatch) {
        var index = dispatch.index();
        out.open("this.$state = switch (" + (plan.fields().contains(index) ? "this." + index.field() : index.java())
                + ")");
        int last = dispatch.targets().size() - 1;
        for (int i = 0; i <= last; i++)
            out.line((i == last ? "default" : "case " + i) + " -> "
                    + dispatch.targets().get(i) + ";");
        out.close("};").line("continue $;");
    }

    private static void handler(SourceWriter out, End.Catch handler) {
        for (var clause : handler.clauses()) {
            var test = clause.types().stream()
                    .map(type -> "this.$thrown instanceof " + type)
                    .collect(Collectors.joining(" || "));
            out.open("if (" + test + ")");
            out.line("this.$state = " + clause.block() + ";")
                    .line("continue $;")
                    .close();
        }
        out.line("throw this.$thrown;");
    }
}
