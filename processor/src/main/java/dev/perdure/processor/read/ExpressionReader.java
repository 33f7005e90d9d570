package dev.perdure.processor.read;

import com.sun.source.tree.*;
import dev.perdure.processor.model.Awaited;
import dev.perdure.processor.model.Expr;
import dev.perdure.processor.model.Facts;
import dev.perdure.processor.model.Operand;
import dev.perdure.processor.model.Operand.Keep;
import dev.perdure.processor.model.Purity;
import dev.perdure.processor.model.Sighting;
import dev.perdure.processor.model.Site;
import dev.perdure.processor.model.Stmt;
import dev.perdure.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;

/** Reads expressions: those with an await in operands, the others as they are. */
final class ExpressionReader {
    private static final Set<String> LISTS = Set.of("java.util.List", "java.util.ArrayList", "java.util.LinkedList");

    final List<Sighting> sightings = new ArrayList<>();
    private final MethodReader.Parts parts;
    private final Index index;
    private final PolyTypes polyTypes;
    private final Sites sites;
    private final IdentityHashMap<Tree, Site> labels;
    private final FactsReader facts;
    private final Locals locals;
    private final TypeReader types;
    private final Constants constants;
    private final Words words;
    private final Saveability saveability;
    private final Machines machines;
    private final Function<SwitchExpressionTree, Stmt.Switch> switches;

    ExpressionReader(MethodReader.Parts parts, Function<SwitchExpressionTree, Stmt.Switch> switches) {
        this.parts = parts;
        index = parts.index();
        polyTypes = new PolyTypes(index, parts.universe().types(), parts.jumps());
        sites = parts.sites();
        labels = parts.labels().sites;
        facts = parts.facts();
        locals = parts.locals();
        types = parts.types();
        constants = parts.constants();
        words = parts.words();
        saveability = parts.saveability();
        machines = parts.machines();
        this.switches = switches;
    }

    Expr read(ExpressionTree tree) {
        if (!sites.apart(tree)) return leaf(tree);
        if (tree instanceof MethodInvocationTree call)
            return sites.forms.containsKey(call) ? suspend(call) : op(tree, ofCall(call), Facts.NONE);
        if (tree instanceof ParenthesizedTree paren)
            return new Expr.Paren(index.span(tree), type(tree), facts.of(tree), read(paren.getExpression()));
        if (tree instanceof BinaryTree binary) return binary(binary);
        if (tree instanceof ConditionalExpressionTree choice)
            return new Expr.Conditional(
                    index.span(tree),
                    type(tree),
                    facts.of(tree),
                    read(choice.getCondition()),
                    read(choice.getTrueExpression()),
                    read(choice.getFalseExpression()));
        if (tree instanceof AssignmentTree assignment) return assignment(assignment);
        if (tree instanceof CompoundAssignmentTree compound) return compound(compound);
        if (tree instanceof UnaryTree unary) return unary(unary);
        if (tree instanceof SwitchExpressionTree choice)
            return new Expr.SwitchValue(index.span(tree), type(tree), facts.of(tree), switches.apply(choice));
        return op(tree, simple(tree), Facts.NONE);
    }

    // ---- leaves

    private Expr.Leaf leaf(ExpressionTree tree) {
        var stripped = strip(tree);
        var local = stripped instanceof IdentifierTree ? locals.of(stripped) : null;
        var purity = constants.isConstant(stripped) ? Purity.CONSTANT : purity(stripped, local != null);
        return new Expr.Leaf(
                index.span(tree),
                type(tree),
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

    /** An expression without the parentheses round it. */
    static ExpressionTree strip(ExpressionTree tree) {
        return tree instanceof ParenthesizedTree paren ? strip(paren.getExpression()) : tree;
    }

    private TypeRef type(Tree tree) {
        return types.read(polyTypes.of(tree));
    }

    // ---- operations

    private Expr.Op op(ExpressionTree tree, List<Operand> operands, Facts own) {
        return new Expr.Op(index.span(tree), type(tree), facts.of(tree), operands, own);
    }

    private Operand value(ExpressionTree tree) {
        return operand(tree, Keep.VALUE);
    }

    private Operand operand(ExpressionTree tree, Keep keep) {
        var stripped = strip(tree);
        boolean fresh = stripped instanceof NewArrayTree
                || stripped instanceof NewClassTree
                || sites.forms.containsKey(stripped);
        return new Operand(read(tree), fresh ? Keep.FRESH : keep);
    }

    private List<Operand> simple(ExpressionTree tree) {
        if (tree instanceof NewClassTree creation) return ofCreation(creation);
        if (tree instanceof NewArrayTree array) return ofArray(array);
        if (tree instanceof ArrayAccessTree access)
            return List.of(new Operand(read(access.getExpression()), Keep.READ), value(access.getIndex()));
        if (tree instanceof MemberSelectTree select) return List.of(value(select.getExpression()));
        if (tree instanceof TypeCastTree cast) return List.of(value(cast.getExpression()));
        if (tree instanceof InstanceOfTree test) return List.of(value(test.getExpression()));
        sightings.add(
                new Sighting(Sighting.Kind.NOT_LOWERED, index.span(tree), "an await inside this kind of expression"));
        return List.of();
    }

    private List<Operand> ofCall(MethodInvocationTree call) {
        var operands = new ArrayList<Operand>();
        if (call.getMethodSelect() instanceof MemberSelectTree select && isValue(select.getExpression()))
            operands.add(operand(select.getExpression(), Keep.TARGET));
        for (var argument : call.getArguments()) operands.add(value(argument));
        return operands;
    }

    private boolean isValue(ExpressionTree receiver) {
        var element = index.element(receiver);
        return !(element instanceof TypeElement) && !EditReader.isSuper(receiver);
    }

    private List<Operand> ofCreation(NewClassTree creation) {
        var operands = new ArrayList<Operand>();
        if (creation.getEnclosingExpression() != null) operands.add(value(creation.getEnclosingExpression()));
        for (var argument : creation.getArguments()) operands.add(value(argument));
        return operands;
    }

    private List<Operand> ofArray(NewArrayTree array) {
        var operands = new ArrayList<Operand>();
        for (var dimension : array.getDimensions()) operands.add(value(dimension));
        if (array.getInitializers() != null) {
            for (var element : array.getInitializers()) {
                if (element instanceof NewArrayTree nested && nested.getType() == null)
                    operands.addAll(ofArray(nested));
                else operands.add(value(element));
            }
        }
        return operands;
    }

    private Expr binary(BinaryTree tree) {
        var left = tree.getLeftOperand();
        var right = tree.getRightOperand();
        if (tree.getKind() == Tree.Kind.CONDITIONAL_AND || tree.getKind() == Tree.Kind.CONDITIONAL_OR)
            return new Expr.Logic(
                    index.span(tree),
                    type(tree),
                    facts.of(tree),
                    tree.getKind() == Tree.Kind.CONDITIONAL_AND,
                    read(left),
                    read(right));
        return op(tree, List.of(new Operand(read(left), keep(tree)), value(right)), Facts.NONE);
    }

    /** What a left operand has to be kept as: javac unboxes it, or turns it into text, before it looks at the right one. */
    private Keep keep(BinaryTree tree) {
        var left = type(tree.getLeftOperand());
        if (type(tree).isString()) return left.isPrimitive() || left.valueLike() ? Keep.VALUE : Keep.STRING;
        if (!left.boxed()) return Keep.VALUE;
        boolean comparesReferences = (tree.getKind() == Tree.Kind.EQUAL_TO || tree.getKind() == Tree.Kind.NOT_EQUAL_TO)
                && !type(tree.getRightOperand()).isPrimitive();
        return comparesReferences ? Keep.VALUE : Keep.UNBOXED;
    }

    private Expr unary(UnaryTree tree) {
        return switch (tree.getKind()) {
            case LOGICAL_COMPLEMENT ->
                new Expr.Not(index.span(tree), type(tree), facts.of(tree), read(tree.getExpression()));
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
                op(tree, target(tree.getExpression()), Facts.NONE);
            default -> op(tree, List.of(value(tree.getExpression())), Facts.NONE);
        };
    }

    // ---- assignments

    private Expr assignment(AssignmentTree tree) {
        var local = facts.local(tree.getVariable());
        var operands = new ArrayList<Operand>();
        if (local == null) operands.addAll(target(tree.getVariable()));
        operands.add(value(tree.getExpression()));
        return op(tree, operands, local == null ? Facts.NONE : Facts.write(local));
    }

    /** What is evaluated of a field or array element before it is assigned. */
    private List<Operand> target(ExpressionTree tree) {
        var target = strip(tree);
        if (target instanceof ArrayAccessTree access)
            return List.of(operand(access.getExpression(), Keep.TARGET), value(access.getIndex()));
        if (target instanceof MemberSelectTree select && isValue(select.getExpression()))
            return List.of(operand(select.getExpression(), Keep.TARGET));
        return List.of();
    }

    private Expr compound(CompoundAssignmentTree tree) {
        var local = facts.local(tree.getVariable());
        var target = local != null
                ? leaf(tree.getVariable())
                : new Expr.Op(
                        index.span(tree.getVariable()),
                        type(tree.getVariable()),
                        facts.of(tree.getVariable()),
                        target(tree.getVariable()),
                        Facts.NONE);
        return new Expr.Compound(
                index.span(tree),
                type(tree),
                facts.of(tree),
                target,
                local,
                operator(tree.getKind()),
                read(tree.getExpression()));
    }

    private static String operator(Tree.Kind kind) {
        return switch (kind) {
            case MULTIPLY_ASSIGNMENT -> "*";
            case DIVIDE_ASSIGNMENT -> "/";
            case REMAINDER_ASSIGNMENT -> "%";
            case PLUS_ASSIGNMENT -> "+";
            case MINUS_ASSIGNMENT -> "-";
            case LEFT_SHIFT_ASSIGNMENT -> "<<";
            case RIGHT_SHIFT_ASSIGNMENT -> ">>";
            case UNSIGNED_RIGHT_SHIFT_ASSIGNMENT -> ">>>";
            case AND_ASSIGNMENT -> "&";
            case XOR_ASSIGNMENT -> "^";
            case OR_ASSIGNMENT -> "|";
            default -> throw new IllegalArgumentException("no assignment: " + kind);
        };
    }

    // ---- awaits

    private Expr suspend(MethodInvocationTree call) {
        var site = labels.get(call);
        var form = sites.forms.get(call);
        if (site == null || form == null) throw new IllegalStateException("an await without a label: " + call);
        var operands = new ArrayList<Operand>();
        Awaited what = switch (form) {
            case CHAIN -> {
                var receiver = ((MemberSelectTree) call.getMethodSelect()).getExpression();
                chain(receiver, operands);
                var root = sites.root(call);
                var word = root == null ? null : index.element(root);
                boolean group = Words.isGroup(word) || Words.isPerdure(word, "branch");
                yield new Awaited.Chain(index.span(receiver), group);
            }
            case SLEEP -> {
                operands.addAll(ofCall(call));
                yield new Awaited.Sleep(Words.isPerdure(index.element(call), "sleepUntil"));
            }
            case STEP -> {
                operands.addAll(ofCall(call));
                yield step(call);
            }
            case CALL -> {
                operands.addAll(ofCall(call));
                yield durable(call);
            }
        };
        boolean used = !isDiscarded(call);
        return new Expr.Suspend(index.span(call), type(call), facts.of(call), used, what, operands, site);
    }

    private boolean isDiscarded(Tree tree) {
        var parent = index.parent(tree);
        return parent instanceof ExpressionStatementTree
                || (index.type(tree) != null && type(tree).isVoid())
                || (parent instanceof LambdaExpressionTree && parent != index.root);
    }

    /**
     * The arguments of a chain's words, in order, and those of the awaits among them; lambdas are pure and stay where they are.
     *
     * @param end the chain, without its {@code get()}
     */
    private void chain(Tree end, List<Operand> operands) {
        var calls = new ArrayList<MethodInvocationTree>();
        var at = end;
        while (true) {
            while (at instanceof ParenthesizedTree paren) at = paren.getExpression();
            if (!(at instanceof MethodInvocationTree call)) break;
            calls.add(0, call);
            if (Words.isWord(index.element(call)) || !(call.getMethodSelect() instanceof MemberSelectTree select))
                break;
            at = select.getExpression();
        }
        for (var call : calls) for (var argument : call.getArguments()) argument(call, argument, operands);
    }

    private void argument(MethodInvocationTree call, ExpressionTree argument, List<Operand> operands) {
        if (!Words.isGroup(index.element(call))) {
            operands.add(value(argument));
        } else if (Words.isAwait(index.type(argument))
                && strip(argument) instanceof MethodInvocationTree chain
                && sites.root(chain) != null) {
            chain(chain, operands);
        } else if (call.getArguments().get(0) == argument && index.type(argument) instanceof DeclaredType items) {
            operands.add(items(argument, items));
        } else {
            operands.add(value(argument));
        }
    }

    /** The items of a fan-out; a list in a local is the same again when it has been saved and loaded. */
    private Operand items(ExpressionTree argument, DeclaredType type) {
        boolean list = LISTS.contains(types.erased(type));
        if (list && read(argument) instanceof Expr.Leaf leaf && leaf.local() != null)
            return new Operand(leaf, Keep.VALUE);
        var element = types.read(new ElementTypes(parts.universe()).of(type));
        return new Operand(read(argument), Keep.LIST, TypeRef.listOf(element));
    }

    /** A reference to a durable method, called. */
    Expr.Suspend call(MemberReferenceTree reference, Site site) {
        var method = (ExecutableElement) index.element(reference);
        if (method == null) throw new IllegalStateException("no method: " + reference);
        boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
        var operands =
                isStatic ? List.<Operand>of() : List.of(operand(reference.getQualifierExpression(), Keep.TARGET));
        var what = new Awaited.Call(machines.machineOf(method), null, !isStatic, false);
        var result = types.read(method.getReturnType());
        return new Expr.Suspend(
                index.span(reference), result, facts.of(reference), !result.isVoid(), what, operands, site);
    }

    /** The whole of an undo, as one await. */
    Expr.Suspend undo(Tree lambda, TypeRef type, Site site) {
        var done = locals.parameters.get(locals.parameters.size() - 1);
        var what = new Awaited.Undo(index.span(lambda), type.text(), done);
        var all = facts.of(lambda).then(Facts.read(done));
        return new Expr.Suspend(index.span(lambda), TypeRef.VOID, all, false, what, List.of(), site);
    }

    private Awaited step(MethodInvocationTree call) {
        var method = index.element(call);
        var annotation = words.step(method);
        if (annotation == null || method == null) throw new IllegalStateException("no step: " + call);
        var reader = new StepReader(annotation, types);
        var exception = parts.universe()
                .elements()
                .getTypeElement("java.lang.Exception")
                .asType();
        for (var thrown : ((ExecutableElement) method).getThrownTypes())
            if (!parts.universe().types().isSubtype(thrown, exception))
                reader.complaints.add("it declares to throw " + types.shown(thrown)
                        + ", which is more than an await can record; declare an Exception");
        var policies = reader.policies();
        complain(Sighting.Kind.BAD_STEP, call, method, reader.complaints);
        complain(Sighting.Kind.STEP_OUTLASTS, call, method, reader.outlasting);
        return new Awaited.Step(policies);
    }

    private void complain(Sighting.Kind kind, MethodInvocationTree call, Element step, List<String> complaints) {
        for (var complaint : complaints)
            sightings.add(new Sighting(kind, index.span(call), step.getSimpleName() + ": " + complaint));
    }

    private Awaited durable(MethodInvocationTree call) {
        var method = (ExecutableElement) index.element(call);
        if (method == null) throw new IllegalStateException("no method: " + call);
        boolean receiver = call.getMethodSelect() instanceof MemberSelectTree value && isValue(value.getExpression());
        boolean ofSuper =
                call.getMethodSelect() instanceof MemberSelectTree select && EditReader.isSuper(select.getExpression());
        if (ofSuper && method.isVarArgs())
            sightings.add(new Sighting(
                    Sighting.Kind.NOT_LOWERED, index.span(call), "a call of a durable varargs method of super"));
        var self = method.getModifiers().contains(Modifier.STATIC) || receiver ? null : "$self";
        return new Awaited.Call(machines.machineOf(method), self, receiver, ofSuper);
    }
}
