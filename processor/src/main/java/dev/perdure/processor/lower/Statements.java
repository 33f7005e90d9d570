package dev.perdure.processor.lower;

import dev.perdure.processor.model.Code;
import dev.perdure.processor.model.Facts;
import dev.perdure.processor.model.JumpSite;
import dev.perdure.processor.model.MethodModel;
import dev.perdure.processor.model.Patch;
import dev.perdure.processor.model.Stmt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Lowers statements. */
final class Statements {
    final Graph graph = new Graph();
    final Scopes scopes = new Scopes();
    final Temps temps;
    final Expressions expressions;
    final Leaving leaving;
    final MethodModel method;
    private final Loops loops;
    private final Tries tries;
    private final Switches switches;

    Statements(MethodModel method) {
        this.method = method;
        temps = new Temps(method);
        leaving = new Leaving(graph, scopes, method);
        switches = new Switches(this);
        expressions = new Expressions(graph, temps, switches::value);
        loops = new Loops(this);
        tries = new Tries(this);
    }

    void all(List<Stmt> statements) {
        statements.forEach(this::lower);
    }

    void lower(Stmt statement) {
        if (statement instanceof Stmt.Verbatim verbatim) verbatim(verbatim, Facts.NONE);
        else if (statement instanceof Stmt.Block block) all(block.statements());
        else if (statement instanceof Stmt.Declare declaration) declare(declaration);
        else if (statement instanceof Stmt.Evaluate evaluation) evaluate(evaluation);
        else if (statement instanceof Stmt.If choice) choice(choice);
        else if (statement instanceof Stmt.Loop loop) loops.loop(loop);
        else if (statement instanceof Stmt.ForEach loop) loops.forEach(loop);
        else if (statement instanceof Stmt.Labeled labeled) labeled(labeled);
        else if (statement instanceof Stmt.Leave leave) leave(leave);
        else if (statement instanceof Stmt.Throw thrown) thrown(thrown);
        else if (statement instanceof Stmt.Try attempt) tries.attempt(attempt);
        else if (statement instanceof Stmt.Resources resources) resources(resources);
        else if (statement instanceof Stmt.Switch choice) switches.statement(choice);
        else throw new IllegalStateException("no such statement: " + statement);
    }

    private void resources(Stmt.Resources resources) {
        var first = resources.first();
        if (first == null) {
            verbatim(resources.rest(), Facts.NONE);
            return;
        }
        var value = expressions.value(first);
        verbatim(resources.rest(), value.facts(), new Patch(first.span(), value.code()));
    }

    private void verbatim(Stmt.Verbatim statement, Facts before, Patch... others) {
        var exits = new ArrayList<Item.Exit>();
        var patches = Stream.concat(
                        Arrays.stream(others), statement.jumps().stream().map(jump -> leaving.patch(jump, exits)))
                .toArray(Patch[]::new);
        var slice = Code.slice(statement.span(), patches);
        boolean heldUp = !exits.isEmpty() && statement.jumps().stream().anyMatch(JumpSite::heldUp);
        graph.add(new Item(
                heldUp ? inItsState(slice, statement.completes()) : slice,
                before.then(statement.facts()),
                exits,
                statement.span().start(),
                null));
        if (!statement.completes()) graph.end(new End.Never());
    }

    /**
     * A jump names the block it leads to before finally blocks of the fragment have run. If one of them throws, or goes on
     * elsewhere, the frame is still in the block that it is in.
     */
    private static Code inItsState(Code fragment, boolean completes) {
        return Code.of(
                "{ final int $at = this.$state; try { ",
                fragment,
                " } catch (final java.lang.Throwable $x) { this.$state = $at; throw $x; }",
                completes ? " this.$state = $at; }" : " }");
    }

    private void declare(Stmt.Declare declaration) {
        var init = declaration.init();
        int position = declaration.span().start();
        if (init == null) {
            graph.declare(declaration.var(), position);
            return;
        }
        var value = expressions.value(init);
        boolean bare = method.source().charAt(init.span().start()) == '{';
        var code = bare ? Code.of("new " + declaration.var().type().text() + " ", value.code()) : value.code();
        expressions.assign(declaration.var(), new Value(code, value.facts()), position);
    }

    private void evaluate(Stmt.Evaluate evaluation) {
        var value = expressions.value(evaluation.expr());
        graph.add(Code.of(value.code(), ";"), value.facts(), evaluation.span().start());
    }

    private void choice(Stmt.If choice) {
        int whenTrue = graph.block();
        int after = graph.block();
        int whenFalse = choice.whenFalse() == null ? after : graph.block();
        expressions.condition(choice.condition(), whenTrue, whenFalse);
        graph.start(whenTrue);
        lower(choice.whenTrue());
        graph.go(after);
        if (choice.whenFalse() != null) {
            graph.start(whenFalse);
            lower(choice.whenFalse());
            graph.go(after);
        }
        graph.start(after);
    }

    private void labeled(Stmt.Labeled labeled) {
        int after = graph.block();
        scopes.push(new Scopes.Target(labeled.id(), after, -1, null));
        lower(labeled.body());
        scopes.pop();
        graph.next(after);
    }

    private void leave(Stmt.Leave leave) {
        var value = leave.value() == null ? null : expressions.value(leave.value());
        leaving.leave(leave.kind(), leave.target(), value, leave.span().start());
    }

    private void thrown(Stmt.Throw thrown) {
        var value = expressions.value(thrown.exception());
        graph.end(new End.Finish(
                Code.of("throw ", value.code(), ";"),
                value.facts(),
                thrown.span().start(),
                false));
    }
}
