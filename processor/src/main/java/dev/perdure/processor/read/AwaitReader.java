package dev.perdure.processor.read;

import com.sun.source.tree.*;
import dev.perdure.processor.model.Awaited;
import dev.perdure.processor.model.Expr;
import dev.perdure.processor.model.Facts;
import dev.perdure.processor.model.Hidden;
import dev.perdure.processor.model.Operand;
import dev.perdure.processor.model.Operand.Keep;
import dev.perdure.processor.model.Sighting;
import dev.perdure.processor.model.Site;
import dev.perdure.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/** Reads awaits: what each waits for, and what has to be evaluated for it. */
final class AwaitReader {
    private static final Set<String> LISTS = Set.of("java.util.List", "java.util.ArrayList", "java.util.LinkedList");

    private final MethodReader.Parts parts;
    private final Index index;
    private final Sites sites;
    private final IdentityHashMap<Tree, Site> labels;
    private final FactsReader facts;
    private final Locals locals;
    private final TypeReader types;
    private final Words words;
    private final Machines machines;
    private final ExpressionReader expressions;
    private final OperandReader operandsOf;

    AwaitReader(MethodReader.Parts parts, ExpressionReader expressions, OperandReader operandsOf) {
        this.parts = parts;
        index = parts.index();
        sites = parts.sites();
        labels = parts.labels().sites;
        facts = parts.facts();
        locals = parts.locals();
        types = parts.types();
        words = parts.words();
        machines = parts.machines();
        this.expressions = expressions;
        this.operandsOf = operandsOf;
    }

    Expr.Suspend read(MethodInvocationTree call) {
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
                operands.addAll(operandsOf.ofCall(call));
                yield new Awaited.Sleep(Words.isPerdure(index.element(call), "sleepUntil"));
            }
            case STEP -> {
                operands.addAll(operandsOf.ofCall(call));
                yield step(call);
            }
            case CALL -> {
                operands.addAll(operandsOf.ofCall(call));
                yield durable(call);
            }
        };
        boolean used = !isDiscarded(call);
        var type = expressions.type(call);
        // Of what cannot be saved either another rule tells: another name for its type would not help.
        if (used && type.unsaveable() == null)
            sight(
                    type.hidden(),
                    call,
                    "the type of the result (" + type.shown() + ") of the await '" + site.label() + "'");
        return new Expr.Suspend(index.span(call), type, facts.of(call), used, what, operands, site);
    }

    private void sight(@Nullable Hidden hidden, Tree tree, String what) {
        if (hidden != null) expressions.sightings.add(hidden.at(index.span(tree), what));
    }

    private boolean isDiscarded(Tree tree) {
        var parent = index.parent(tree);
        return parent instanceof ExpressionStatementTree
                || (index.type(tree) != null && expressions.type(tree).isVoid())
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
        var outlasting = new ChainLimits(index, parts.constants()).look(calls);
        if (outlasting != null) expressions.sightings.add(outlasting);
        for (var call : calls) for (var argument : call.getArguments()) argument(call, argument, operands);
    }

    private void argument(MethodInvocationTree call, ExpressionTree argument, List<Operand> operands) {
        if (!Words.isGroup(index.element(call))) {
            operands.add(operandsOf.value(argument));
        } else if (Words.isAwait(index.type(argument))
                && ExpressionReader.strip(argument) instanceof MethodInvocationTree chain
                && sites.root(chain) != null) {
            chain(chain, operands);
        } else if (call.getArguments().get(0) == argument && index.type(argument) instanceof DeclaredType items) {
            operands.add(items(argument, items));
        } else {
            operands.add(operandsOf.value(argument));
        }
    }

    /** The items of a fan-out; a list in a local is the same again when it has been saved and loaded. */
    private Operand items(ExpressionTree argument, DeclaredType type) {
        boolean list = LISTS.contains(types.erased(type));
        if (list && expressions.read(argument) instanceof Expr.Leaf leaf && leaf.local() != null)
            return new Operand(leaf, Keep.VALUE);
        var element = types.read(new ElementTypes(parts.universe()).of(type));
        return new Operand(expressions.read(argument), Keep.LIST, TypeRef.listOf(element));
    }

    /** A reference to a durable method, called. */
    Expr.Suspend call(MemberReferenceTree reference, Site site) {
        var method = (ExecutableElement) index.element(reference);
        if (method == null) throw new IllegalStateException("no method: " + reference);
        boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
        var operands = isStatic
                ? List.<Operand>of()
                : List.of(operandsOf.operand(reference.getQualifierExpression(), Keep.TARGET));
        var what = new Awaited.Call(machines.machineOf(method), null, !isStatic, false, List.of());
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
        var hidden = parts.visibility().first(reader.aborting.stream());
        if (hidden != null)
            sight(hidden, call, "the type " + hidden.type() + " in abortOn of '" + method.getSimpleName() + "'");
        complain(Sighting.Kind.BAD_STEP, call, method, reader.complaints);
        complain(Sighting.Kind.STEP_OUTLASTS, call, method, reader.outlasting);
        return new Awaited.Step(policies);
    }

    private void complain(Sighting.Kind kind, MethodInvocationTree call, Element step, List<String> complaints) {
        for (var complaint : complaints)
            expressions.sightings.add(new Sighting(kind, index.span(call), step.getSimpleName() + ": " + complaint));
    }

    private Awaited durable(MethodInvocationTree call) {
        var method = (ExecutableElement) index.element(call);
        if (method == null) throw new IllegalStateException("no method: " + call);
        boolean receiver =
                call.getMethodSelect() instanceof MemberSelectTree value && operandsOf.isValue(value.getExpression());
        boolean ofSuper =
                call.getMethodSelect() instanceof MemberSelectTree select && Members.isSuper(select.getExpression());
        var self = method.getModifiers().contains(Modifier.STATIC) || receiver ? null : "$self";
        var parameters = ofSuper ? parameters(call, method) : List.<String>of();
        return new Awaited.Call(machines.machineOf(method), self, receiver, ofSuper, parameters);
    }

    private List<String> parameters(MethodInvocationTree call, ExecutableElement method) {
        var all = new ArrayList<String>();
        for (var each : method.getParameters()) {
            var what = "the type of the parameter '" + each.getSimpleName() + "' of '" + method.getSimpleName() + "'";
            sight(parts.visibility().hidden(each.asType()), call, what);
            all.add(types.erased(each.asType()));
        }
        int last = all.size() - 1;
        if (method.isVarArgs() && !givesArray(call, method))
            all.set(last, all.get(last).replaceFirst("\\[]$", "..."));
        return all;
    }

    /** Whether the last argument is the whole array. */
    private boolean givesArray(MethodInvocationTree call, ExecutableElement method) {
        int count = method.getParameters().size();
        if (call.getArguments().size() != count) return false;
        var given = index.type(call.getArguments().get(count - 1));
        var array = parts.universe()
                .types()
                .erasure(method.getParameters().get(count - 1).asType());
        return given != null && parts.universe().types().isAssignable(given, array);
    }
}
