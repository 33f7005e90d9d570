package dev.perdure.processor.read;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import dev.perdure.processor.model.JumpSite;
import dev.perdure.processor.model.Site;
import dev.perdure.processor.model.Stmt;
import java.util.List;

/** Reads the body of a method or lambda into statements. */
final class BodyReader {
    private final MethodReader.Parts parts;
    private final StatementReader statements;

    BodyReader(MethodReader.Parts parts, StatementReader statements) {
        this.parts = parts;
        this.statements = statements;
    }

    Stmt.Block read(MethodReader.Unit unit) {
        var body = unit.body();
        if (body == null) return new Stmt.Block(unit.span(), List.of());
        if (body instanceof BlockTree block) return statements.block(block);
        var span = parts.index().span(body);
        var done = unit.parameters().done();
        if (done != null) {
            var site = new Site(0, "undo", parts.labels().line(span.start()), span);
            return one(new Stmt.Evaluate(span, statements.expressions.awaits().undo(body, done, site)));
        }
        if (body instanceof MemberReferenceTree reference) {
            var site =
                    new Site(0, reference.getName().toString(), parts.labels().line(span.start()), span);
            return result(unit, statements.expressions.awaits().call(reference, site));
        }
        if (body instanceof LambdaExpressionTree) throw new IllegalStateException("a lambda for a body");
        return result(unit, statements.expressions.read((ExpressionTree) body));
    }

    private Stmt.Block result(MethodReader.Unit unit, dev.perdure.processor.model.Expr value) {
        return one(
                unit.result().isVoid()
                        ? new Stmt.Evaluate(value.span(), value)
                        : new Stmt.Leave(value.span(), JumpSite.Kind.RETURN, -1, value));
    }

    private static Stmt.Block one(Stmt statement) {
        return new Stmt.Block(statement.span(), List.of(statement));
    }
}
