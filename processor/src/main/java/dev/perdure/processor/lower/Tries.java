package dev.perdure.processor.lower;

import dev.perdure.processor.model.Code;
import dev.perdure.processor.model.Facts;
import dev.perdure.processor.model.Piece;
import dev.perdure.processor.model.Stmt;
import dev.perdure.processor.model.TypeRef;
import dev.perdure.processor.model.Var;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lowers try statements. A finally block is there once; a completion record says how it was entered and how it goes on. */
final class Tries {
    private final Statements statements;
    private final Graph graph;

    Tries(Statements statements) {
        this.statements = statements;
        this.graph = statements.graph;
    }

    void attempt(Stmt.Try attempt) {
        int after = graph.block();
        int outer = graph.handler();
        var guard = attempt.finalizer() == null ? null : guard(attempt);
        int unhandled = guard == null ? outer : graph.block();
        graph.handler(unhandled);
        if (guard != null) statements.scopes.push(guard);
        int clauses = attempt.catches().isEmpty() ? -1 : graph.block();
        if (clauses >= 0) graph.handler(clauses);
        graph.next(graph.block());
        statements.lower(attempt.body());
        leave(guard, after);
        graph.handler(unhandled);
        if (clauses >= 0) clauses(attempt, clauses, guard, after);
        graph.handler(outer);
        if (guard != null) finish(attempt, guard, unhandled, after);
        graph.start(after);
    }

    private Scopes.Guard guard(Stmt.Try attempt) {
        var owner = "try";
        var span = attempt.span();
        var result = statements.method.result();
        return new Scopes.Guard(
                graph.block(),
                statements.temps.named(owner, "kind", TypeRef.INT, span),
                statements.temps.named(owner, "thrown", TypeRef.THROWABLE, span),
                value(owner, result, attempt),
                Scopes.none());
    }

    private @Nullable Var value(String owner, TypeRef result, Stmt.Try attempt) {
        return result.isVoid() ? null : statements.temps.named(owner, "value", result, attempt.span());
    }

    private void leave(Scopes.@Nullable Guard guard, int after) {
        if (!graph.open()) return;
        if (guard == null) graph.go(after);
        else statements.leaving.enter(guard, false, Graph.OWN);
    }

    private void clauses(Stmt.Try attempt, int dispatch, Scopes.@Nullable Guard guard, int after) {
        var clauses = new ArrayList<End.Catch.Clause>();
        for (var each : attempt.catches()) clauses.add(new End.Catch.Clause(each.types(), graph.block()));
        graph.start(dispatch);
        graph.end(new End.Catch(clauses));
        for (int i = 0; i < clauses.size(); i++) {
            var clause = attempt.catches().get(i);
            graph.start(clauses.get(i).block());
            var var = clause.var();
            graph.add(
                    Code.of(new Piece.Declare(var), " = (" + var.type().text() + ") this.$thrown;"),
                    Facts.write(var),
                    clause.span().start());
            statements.lower(clause.body());
            leave(guard, after);
        }
    }

    private void finish(Stmt.Try attempt, Scopes.Guard guard, int unhandled, int after) {
        statements.scopes.pop();
        var body = attempt.finalizer();
        if (body == null) throw new IllegalStateException("a guard without a finally block");
        graph.start(unhandled);
        statements.leaving.enter(guard, true, body.span().start());
        graph.start(guard.entry());
        statements.lower(body);
        if (!graph.open()) return;
        int rethrow = graph.block();
        var targets = new ArrayList<>(List.of(after, rethrow));
        for (int i = 0; i < guard.destinations().size(); i++) targets.add(graph.block());
        graph.end(new End.Dispatch(guard.kind(), List.copyOf(targets)));
        graph.start(rethrow);
        graph.end(new End.Finish(
                Code.of("throw ", guard.thrown(), ";"),
                Facts.read(guard.thrown()),
                body.span().start(),
                false));
        for (int i = 0; i < guard.destinations().size(); i++) {
            graph.start(targets.get(i + 2));
            statements.leaving.resume(
                    guard, guard.destinations().get(i), body.span().start());
        }
    }
}
