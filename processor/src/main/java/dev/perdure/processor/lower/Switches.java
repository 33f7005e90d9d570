package dev.perdure.processor.lower;

import dev.perdure.processor.model.Code;
import dev.perdure.processor.model.Piece;
import dev.perdure.processor.model.Stmt;
import dev.perdure.processor.model.Var;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lowers switches: the user's labels stand in a switch expression that yields the number of the block to go to. */
final class Switches {
    private final Statements statements;
    private final Graph graph;

    Switches(Statements statements) {
        this.statements = statements;
        this.graph = statements.graph;
    }

    void statement(Stmt.Switch choice) {
        lower(choice, null);
    }

    void value(Stmt.Switch choice, Var result) {
        lower(choice, result);
    }

    private void lower(Stmt.Switch choice, @Nullable Var result) {
        var selector = statements.expressions.value(choice.selector());
        int after = graph.block();
        var bodies = new ArrayList<Integer>();
        for (int i = 0; i < choice.cases().size(); i++) bodies.add(graph.block());
        select(choice, selector, bodies, after);
        statements.scopes.push(new Scopes.Target(choice.id(), after, -1, result));
        for (int i = 0; i < bodies.size(); i++) {
            var each = choice.cases().get(i);
            graph.start(bodies.get(i));
            if (each.value() != null && result != null)
                statements.expressions.assign(
                        result,
                        statements.expressions.value(each.value()),
                        each.value().span().start());
            statements.all(each.body());
            boolean falls = !each.arrow() && i + 1 < bodies.size();
            graph.go(falls ? bodies.get(i + 1) : after);
        }
        statements.scopes.pop();
        graph.start(after);
    }

    private void select(Stmt.Switch choice, Value selector, List<Integer> bodies, int after) {
        var parts = new ArrayList<Object>(List.of("this.$state = switch ", selector.code(), " { "));
        var facts = selector.facts();
        for (int i = 0; i < bodies.size(); i++) {
            var each = choice.cases().get(i);
            facts = facts.then(each.facts());
            parts.add(each.labels());
            parts.add(" -> ");
            parts.add(arm(each, bodies.get(i)));
            parts.add(" ");
        }
        var targets = new ArrayList<>(bodies);
        if (!choice.exhaustive()) {
            parts.add("default -> ");
            parts.add(new Piece.BlockNumber(after));
            parts.add("; ");
            targets.add(after);
        }
        parts.add("};");
        graph.end(new End.Select(
                Code.of(parts.toArray()),
                facts,
                List.copyOf(targets),
                choice.span().start()));
    }

    /** A block's number; bindings that outlive the labels are kept first. */
    private static Code arm(Stmt.Case each, int block) {
        var number = new Piece.BlockNumber(block);
        if (each.bindings().isEmpty()) return Code.of(number, ";");
        var parts = new ArrayList<Object>(List.of("{ "));
        for (var var : each.bindings()) {
            parts.add(new Piece.Keep(var));
        }
        parts.add("yield ");
        parts.add(number);
        parts.add("; }");
        return Code.of(parts.toArray());
    }
}
