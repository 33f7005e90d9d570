package dev.perdure.processor.read;

import com.sun.source.tree.*;
import dev.perdure.processor.model.Expr;
import dev.perdure.processor.model.Purity;
import dev.perdure.processor.model.TypeRef;
import java.util.function.Function;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** Reads expressions without an await: how free one is to be evaluated later. */
final class LeafReader {
    private final Index index;
    private final Sites sites;
    private final FactsReader facts;
    private final Locals locals;
    private final Constants constants;
    private final Saveability saveability;
    private final Function<Tree, TypeRef> types;

    LeafReader(MethodReader.Parts parts, Function<Tree, TypeRef> types) {
        index = parts.index();
        sites = parts.sites();
        facts = parts.facts();
        locals = parts.locals();
        constants = parts.constants();
        saveability = parts.saveability();
        this.types = types;
    }

    Expr.Leaf read(ExpressionTree tree) {
        var stripped = ExpressionReader.strip(tree);
        var local = stripped instanceof IdentifierTree ? locals.of(stripped) : null;
        var purity = constants.isConstant(stripped) ? Purity.CONSTANT : purity(stripped, local != null);
        return new Expr.Leaf(
                index.span(tree),
                types.apply(tree),
                facts.of(tree),
                purity,
                purity == Purity.LOCAL ? local : null,
                constants.truth(tree));
    }

    private Purity purity(Tree tree, boolean local) {
        if (local) return Purity.LOCAL;
        if (tree instanceof LambdaExpressionTree || sites.lambdas.contains(tree)) return Purity.LAMBDA;
        if (tree instanceof MemberReferenceTree reference)
            return isPure(reference.getQualifierExpression()) ? Purity.LAMBDA : Purity.NONE;
        return isPure(tree) ? Purity.CONSTANT : Purity.NONE;
    }

    /** {@code this}, a type, a field of the host or of a class that is final or can not be saved anyway. */
    private boolean isPure(Tree tree) {
        var element = index.element(tree);
        if (element instanceof TypeElement || tree instanceof PrimitiveTypeTree || tree instanceof ArrayTypeTree)
            return true;
        if (tree instanceof IdentifierTree name && name.getName().contentEquals("this")) return true;
        if (tree instanceof MemberSelectTree select
                && (select.getIdentifier().contentEquals("class")
                        || select.getIdentifier().contentEquals("this"))) return true;
        if (!(element instanceof VariableElement field) || !Accessors.isField(element)) return false;
        boolean fixed = tree instanceof IdentifierTree
                || field.getModifiers().contains(Modifier.STATIC)
                || (tree instanceof MemberSelectTree select
                        && select.getExpression() instanceof IdentifierTree receiver
                        && receiver.getName().contentEquals("this"));
        return fixed && (field.getModifiers().contains(Modifier.FINAL) || saveability.obstacle(field.asType()) != null);
    }
}
