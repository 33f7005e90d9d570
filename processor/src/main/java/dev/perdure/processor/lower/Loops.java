package dev.perdure.processor.lower;

import dev.perdure.processor.model.Code;
import dev.perdure.processor.model.Expr;
import dev.perdure.processor.model.Facts;
import dev.perdure.processor.model.Piece;
import dev.perdure.processor.model.Stmt;
import dev.perdure.processor.model.TypeRef;
import dev.perdure.processor.model.Var;

/** Lowers loops. */
final class Loops {
    private final Statements statements;
    private final Graph graph;

    Loops(Statements statements) {
        this.statements = statements;
        this.graph = statements.graph;
    }

    void loop(Stmt.Loop loop) {
        statements.all(loop.init());
        int head = graph.block();
        int body = graph.block();
        int next = graph.block();
        int after = graph.block();
        graph.go(loop.bodyFirst() ? body : head);
        if (!loop.bodyFirst()) head(loop, head, body, after);
        body(loop.id(), loop.body(), body, next, after);
        graph.start(next);
        statements.all(loop.update());
        graph.go(head);
        if (loop.bodyFirst()) head(loop, head, body, after);
        graph.start(after);
    }

    private void head(Stmt.Loop loop, int head, int body, int after) {
        graph.start(head);
        if (loop.condition() == null) {
            graph.go(body);
        } else if (loop.condition() instanceof Expr.Leaf leaf && leaf.truth() == null) {
            // That of a for loop has no parentheses of its own.
            var text = statements
                    .method
                    .source()
                    .substring(leaf.span().start(), leaf.span().end());
            var code = isEnclosed(text) ? Code.of(leaf.span()) : Code.of("(", leaf.span(), ")");
            graph.end(
                    new End.Choose(code, leaf.facts(), body, after, leaf.span().start()));
        } else {
            statements.expressions.condition(loop.condition(), body, after);
        }
    }

    /** Whether one pair of parentheses holds the whole text; sooner no than a wrong yes. */
    private static boolean isEnclosed(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '(') depth++;
            if (text.charAt(i) == ')') depth--;
            if (depth == 0) return i > 0 && i == text.length() - 1;
        }
        return false;
    }

    private void body(int id, Stmt body, int start, int next, int after) {
        graph.start(start);
        statements.scopes.push(new Scopes.Target(id, after, next, null));
        statements.lower(body);
        statements.scopes.pop();
        graph.go(next);
    }

    void forEach(Stmt.ForEach loop) {
        if (loop.array()) overArray(loop);
        else overIterable(loop);
    }

    private void overArray(Stmt.ForEach loop) {
        var name = loop.var().slot();
        int position = loop.span().start();
        var array =
                statements.temps.named(name, "array", loop.kept(), loop.source().span());
        var at =
                statements.temps.named(name, "index", TypeRef.INT, loop.source().span());
        statements.expressions.assign(array, statements.expressions.value(loop.source()), position);
        statements.expressions.assign(at, new Value(Code.of("0"), Facts.NONE), position);
        var more =
                new Value(Code.of(at, " < ", array, ".length"), Facts.read(at).then(Facts.read(array)));
        var element = new Value(Code.of(array, "[", at, "]"), Facts.read(array).then(Facts.read(at)));
        var step = new Value(
                Code.of(new Piece.Use(at, false, true), " = ", at, " + 1;"),
                Facts.read(at).then(Facts.write(at)));
        rounds(loop, more, element, step);
    }

    /** The elements are put into a queue first: an iterator cannot be saved. */
    private void overIterable(Stmt.ForEach loop) {
        int position = loop.span().start();
        var queue = statements.temps.named(
                loop.var().slot(), "rest", loop.kept(), loop.source().span());
        var source = statements.expressions.value(loop.source());
        var element = loop.entries() ? "new java.util.AbstractMap.SimpleEntry<>($e)" : "$e";
        statements.expressions.assign(
                queue, new Value(Code.of("new " + queue.type().text() + "()"), Facts.NONE), Graph.OWN);
        // No javac infers a loop's variable whose type cannot be named.
        var type = loop.source().type().hidden() == null
                ? "var"
                : loop.var().type().text();
        graph.add(
                Code.of("for (" + type + " $e : ", source.code(), ") ", queue, ".add(" + element + ");"),
                source.facts().then(Facts.read(queue)),
                position);
        rounds(
                loop,
                new Value(Code.of("!", queue, ".isEmpty()"), Facts.read(queue)),
                new Value(Code.of(queue, ".remove()"), Facts.read(queue)),
                null);
    }

    private void rounds(Stmt.ForEach loop, Value more, Value element, @org.jspecify.annotations.Nullable Value step) {
        int head = graph.block();
        int body = graph.block();
        int next = step == null ? head : graph.block();
        int after = graph.block();
        int position = loop.span().start();
        graph.next(head);
        graph.end(new End.Choose(more.code(), more.facts(), body, after, position));
        graph.start(body);
        Var var = loop.var();
        statements.expressions.assign(var, element, position);
        statements.scopes.push(new Scopes.Target(loop.id(), after, next, null));
        statements.lower(loop.body());
        statements.scopes.pop();
        graph.go(next);
        if (step != null) {
            graph.start(next);
            graph.add(step.code(), step.facts(), Graph.OWN);
            graph.go(head);
        }
        graph.start(after);
    }
}
