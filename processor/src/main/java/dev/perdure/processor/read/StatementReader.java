package dev.perdure.processor.read;

import com.sun.source.tree.*;
import com.sun.source.util.TreeScanner;
import dev.perdure.processor.model.Expr;
import dev.perdure.processor.model.Facts;
import dev.perdure.processor.model.JumpSite;
import dev.perdure.processor.model.Sighting;
import dev.perdure.processor.model.Span;
import dev.perdure.processor.model.Stmt;
import dev.perdure.processor.model.TypeRef;
import dev.perdure.processor.model.Var;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads statements: those with an await part by part, the others as they are. */
@SuppressWarnings("VoidUsed") // the parameter that visitors pass on
final class StatementReader {
    final List<Sighting> sightings = new ArrayList<>();
    final List<Span> types = new ArrayList<>();
    final ExpressionReader expressions;
    private final IdentityHashMap<Tree, Integer> ids = new IdentityHashMap<>();
    private final MethodReader.Parts parts;
    private final Index index;
    private final Sites sites;
    private final Locals locals;
    private final FactsReader facts;
    private final LocalClasses localClasses;

    StatementReader(MethodReader.Parts parts) {
        this.parts = parts;
        index = parts.index();
        sites = parts.sites();
        locals = parts.locals();
        facts = parts.facts();
        localClasses = new LocalClasses(parts);
        expressions = new ExpressionReader(parts, this::switchValue);
    }

    Stmt.Block block(BlockTree tree) {
        return new Stmt.Block(index.span(tree), all(tree.getStatements()));
    }

    private List<Stmt> all(List<? extends StatementTree> trees) {
        return trees.stream().map(this::read).toList();
    }

    Stmt read(StatementTree tree) {
        if (tree instanceof VariableTree variable) return declaration(variable);
        if (tree instanceof ReturnTree || tree instanceof YieldTree) return leave(tree);
        if (!sites.apart(tree)) return verbatim(tree);
        return switch (tree.getKind()) {
            case BLOCK -> block((BlockTree) tree);
            case EXPRESSION_STATEMENT ->
                new Stmt.Evaluate(index.span(tree), expressions.read(((ExpressionStatementTree) tree).getExpression()));
            case IF -> choice((IfTree) tree);
            case WHILE_LOOP, DO_WHILE_LOOP, FOR_LOOP -> loop(tree);
            case ENHANCED_FOR_LOOP -> forEach((EnhancedForLoopTree) tree);
            case LABELED_STATEMENT -> labeled((LabeledStatementTree) tree);
            case THROW -> new Stmt.Throw(index.span(tree), expressions.read(((ThrowTree) tree).getExpression()));
            case TRY -> attempt((TryTree) tree);
            case SWITCH -> {
                var choice = (SwitchTree) tree;
                yield switched(tree, choice.getExpression(), choice.getCases(), false);
            }
            default -> unknown(tree);
        };
    }

    private Stmt unknown(StatementTree tree) {
        sightings.add(new Sighting(Sighting.Kind.MISPLACED, index.span(tree), "a statement of an unknown kind"));
        return verbatim(tree);
    }

    private int id(Tree target) {
        return ids.computeIfAbsent(target, key -> ids.size());
    }

    // ---- what stays as it is

    private Stmt verbatim(StatementTree tree) {
        if (tree instanceof ClassTree type) {
            var obstacle = localClasses.obstacle(type);
            if (obstacle == null) types.add(index.span(type));
            else sightings.add(new Sighting(Sighting.Kind.LOCAL_CLASS, index.span(type), obstacle));
            return new Stmt.Block(index.span(type), List.of());
        }
        if (tree instanceof BreakTree || tree instanceof ContinueTree) return leave(tree);
        return new Stmt.Verbatim(
                index.span(tree),
                facts.of(tree),
                jumpsOut(tree, tree),
                parts.completion().completes(tree));
    }

    private List<JumpSite> jumpsOut(StatementTree scanned, StatementTree fragment) {
        var jumps = new ArrayList<JumpSite>();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void scan(Tree tree, @Nullable Void p) {
                if (tree instanceof LambdaExpressionTree || tree instanceof ClassTree) return null;
                var jump = tree == null ? null : jumpOut(tree, fragment);
                if (jump != null) jumps.add(jump);
                return super.scan(tree, p);
            }
        }.scan(scanned, null);
        jumps.sort(Comparator.comparing(JumpSite::span));
        return jumps;
    }

    private @Nullable JumpSite jumpOut(Tree tree, StatementTree fragment) {
        var target = parts.jumps().target(tree);
        boolean out = tree instanceof ReturnTree
                || (target != null && !index.span(fragment).covers(index.span(target)));
        if (!out) return null;
        var value = tree instanceof YieldTree given
                ? given.getValue()
                : tree instanceof ReturnTree result ? result.getExpression() : null;
        int left = tree instanceof ReturnTree || target == null ? -1 : id(target);
        return new JumpSite(kind(tree), index.span(tree), left, valueOf(value), isHeldUp(tree, fragment));
    }

    /** Whether a finally block or an open resource lies between a jump and the end of a fragment. */
    private boolean isHeldUp(Tree jump, Tree fragment) {
        for (Tree at = jump; at != fragment && at != null; at = index.parent(at))
            if (index.parent(at) instanceof TryTree attempt
                    && at != attempt.getFinallyBlock()
                    && (attempt.getFinallyBlock() != null
                            || !attempt.getResources().isEmpty())) return true;
        return false;
    }

    private @Nullable Span valueOf(@Nullable ExpressionTree value) {
        return value == null ? null : index.span(value);
    }

    private static JumpSite.Kind kind(Tree jump) {
        return switch (jump.getKind()) {
            case BREAK -> JumpSite.Kind.BREAK;
            case CONTINUE -> JumpSite.Kind.CONTINUE;
            case YIELD -> JumpSite.Kind.YIELD;
            default -> JumpSite.Kind.RETURN;
        };
    }

    // ---- simple statements

    private Stmt declaration(VariableTree tree) {
        var init = tree.getInitializer();
        return new Stmt.Declare(index.span(tree), locals.get(tree), init == null ? null : expressions.read(init));
    }

    private Stmt leave(StatementTree tree) {
        var value = tree instanceof ReturnTree result
                ? result.getExpression()
                : tree instanceof YieldTree given ? given.getValue() : null;
        var target = parts.jumps().target(tree);
        return new Stmt.Leave(
                index.span(tree),
                kind(tree),
                target == null ? -1 : id(target),
                value == null ? null : expressions.read(value));
    }

    private Stmt choice(IfTree tree) {
        var otherwise = tree.getElseStatement();
        return new Stmt.If(
                index.span(tree),
                expressions.read(tree.getCondition()),
                read(tree.getThenStatement()),
                otherwise == null ? null : read(otherwise));
    }

    private Stmt labeled(LabeledStatementTree tree) {
        StatementTree inner = tree.getStatement();
        while (inner instanceof LabeledStatementTree nested) inner = nested.getStatement();
        if (Jumps.isLoop(inner)) return read(tree.getStatement());
        return new Stmt.Labeled(index.span(tree), id(tree), read(tree.getStatement()));
    }

    // ---- loops

    private Stmt loop(StatementTree tree) {
        var span = index.span(tree);
        if (tree instanceof WhileLoopTree loop)
            return new Stmt.Loop(
                    span,
                    id(tree),
                    List.of(),
                    expressions.read(loop.getCondition()),
                    List.of(),
                    read(loop.getStatement()),
                    false);
        if (tree instanceof DoWhileLoopTree loop)
            return new Stmt.Loop(
                    span,
                    id(tree),
                    List.of(),
                    expressions.read(loop.getCondition()),
                    List.of(),
                    read(loop.getStatement()),
                    true);
        var loop = (ForLoopTree) tree;
        return new Stmt.Loop(
                span,
                id(tree),
                parts(loop.getInitializer()),
                loop.getCondition() == null ? null : expressions.read(loop.getCondition()),
                parts(loop.getUpdate()),
                read(loop.getStatement()),
                false);
    }

    /** The parts of a loop's head: expressions among them have no semicolon of their own. */
    private List<Stmt> parts(List<? extends StatementTree> trees) {
        return trees.stream()
                .map(tree -> tree instanceof ExpressionStatementTree statement
                        ? new Stmt.Evaluate(index.span(tree), expressions.read(statement.getExpression()))
                        : read(tree))
                .toList();
    }

    private Stmt forEach(EnhancedForLoopTree tree) {
        var source = index.type(tree.getExpression());
        if (source == null) throw new IllegalStateException("a loop without a type");
        boolean array = source instanceof ArrayType;
        var element = array ? ((ArrayType) source).getComponentType() : new ElementTypes(parts.universe()).of(source);
        boolean entries = element instanceof DeclaredType declared
                && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals("java.util.Map.Entry");
        var var = locals.get(tree.getVariable());
        var kept = kept(tree, array, element);
        // Of what cannot be saved either another rule tells: another name for its type would not help.
        if (kept.unsaveable() == null) sight(tree.getVariable(), kept, "the type of '" + var.name() + "'");
        return new Stmt.ForEach(
                index.span(tree),
                id(tree),
                var,
                expressions.read(tree.getExpression()),
                array,
                entries,
                kept,
                read(tree.getStatement()));
    }

    /** What keeps the rest of a loop: where the elements' type cannot be named, that of the variable does as well. */
    private TypeRef kept(EnhancedForLoopTree tree, boolean array, TypeMirror element) {
        var types = parts.types();
        var given = types.read(element);
        var var = index.element(tree.getVariable());
        if (given.hidden() == null || var == null)
            return array ? expressions.type(tree.getExpression()) : TypeRef.queueOf(given);
        return array
                ? types.read(parts.universe().types().getArrayType(var.asType()))
                : TypeRef.queueOf(types.read(var.asType()));
    }

    private void sight(Tree tree, TypeRef type, String what) {
        if (type.hidden() != null) sightings.add(type.hidden().at(index.span(tree), what + " (" + type.shown() + ")"));
    }

    // ---- try and switch

    private Stmt attempt(TryTree tree) {
        boolean resources = !tree.getResources().isEmpty();
        var catches = tree.getCatches().stream().map(this::caught).toList();
        var finalizer = tree.getFinallyBlock();
        return new Stmt.Try(
                index.span(tree),
                id(tree),
                resources ? resources(tree) : block(tree.getBlock()),
                catches,
                finalizer == null ? null : block(finalizer));
    }

    /** What the clauses of a try statement with resources guard: the resources and their block. */
    private Stmt.Block resources(TryTree tree) {
        var span =
                new Span(index.span(tree).start(), index.span(tree.getBlock()).end());
        var first = tree.getResources().get(0) instanceof VariableTree variable
                        && sites.apart(variable)
                        && variable.getInitializer() != null
                ? expressions.read(variable.getInitializer())
                : null;
        var inside = facts.of(tree.getBlock());
        for (int i = tree.getResources().size() - 1; i >= (first == null ? 0 : 1); i--)
            inside = facts.of(tree.getResources().get(i)).then(inside.maybe());
        var rest = new Stmt.Verbatim(
                span,
                inside,
                jumpsOut(tree.getBlock(), tree),
                parts.completion().completes(tree.getBlock()));
        return new Stmt.Block(span, List.of(new Stmt.Resources(span, first, rest)));
    }

    private Stmt.Catch caught(CatchTree tree) {
        var parameter = tree.getParameter();
        List<? extends Tree> alternatives = parameter.getType() instanceof UnionTypeTree union
                ? union.getTypeAlternatives()
                : List.of(parameter.getType());
        var erased = alternatives.stream()
                .map(index::type)
                .map(type -> parts.types().erased(java.util.Objects.requireNonNull(type)))
                .toList();
        var var = locals.get(parameter);
        sight(parameter, var.type(), "the type of '" + var.name() + "'");
        return new Stmt.Catch(index.span(tree), var, erased, block(tree.getBlock()));
    }

    private Stmt.Switch switchValue(SwitchExpressionTree tree) {
        return switched(tree, tree.getExpression(), tree.getCases(), true);
    }

    private Stmt.Switch switched(
            Tree tree, ExpressionTree selector, List<? extends CaseTree> cases, boolean isExpression) {
        boolean exhaustive = isExpression || CaseLabels.hasDefault(cases) || CaseLabels.hasPatternOrNull(cases);
        return new Stmt.Switch(
                index.span(tree),
                id(tree),
                expressions.read(selector),
                cases.stream().map(each -> oneCase(each, isExpression)).toList(),
                exhaustive);
    }

    private Stmt.Case oneCase(CaseTree tree, boolean isExpression) {
        var labels = CaseLabels.span(index, tree, parts.source());
        boolean arrow = tree.getCaseKind() == CaseTree.CaseKind.RULE;
        var body = new ArrayList<Stmt>();
        Expr value = null;
        if (!arrow) body.addAll(all(tree.getStatements()));
        else if (tree.getBody() instanceof ExpressionTree expression && isExpression)
            value = expressions.read(expression);
        else if (tree.getBody() instanceof ExpressionTree expression)
            body.add(new Stmt.Evaluate(index.span(expression), expressions.read(expression)));
        else if (tree.getBody() instanceof StatementTree statement) body.add(read(statement));
        return new Stmt.Case(
                index.span(tree), labels, labelFacts(tree), bindings(tree), arrow, List.copyOf(body), value);
    }

    private Facts labelFacts(CaseTree tree) {
        var sum = Facts.NONE;
        for (var expression : tree.getExpressions()) sum = sum.then(facts.of(expression));
        for (var var : bindings(tree)) sum = sum.then(Facts.write(var));
        return sum;
    }

    /** The locals bound in a case's labels; those of its body are not among them. */
    private List<Var> bindings(CaseTree tree) {
        var labels = CaseLabels.span(index, tree, parts.source());
        return facts.bindings(tree).stream()
                .filter(var -> labels.covers(var.span()))
                .sorted(Comparator.comparingInt(Var::id))
                .toList();
    }
}
