package dev.perdure.processor.read;

import com.sun.source.tree.*;
import dev.perdure.processor.model.Sighting;
import dev.perdure.processor.model.Sighting.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/** Finds the awaits of a method, and which trees have to be taken apart because one is in them. */
final class Sites {
    /** What kind of await a call is. */
    enum Form {
        CHAIN,
        SLEEP,
        STEP,
        CALL
    }

    final List<Sighting> sightings = new ArrayList<>();
    final IdentityHashMap<Tree, Form> forms = new IdentityHashMap<>();
    final List<MethodInvocationTree> inOrder = new ArrayList<>();
    private final Set<Tree> apart = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Index index;
    private final Words words;
    final Lambdas lambdas;

    Sites(Index index, Words words) {
        this.index = index;
        this.words = words;
        apart.add(index.root);
        if (index.root instanceof MethodTree method && method.getBody() != null) apart.add(method.getBody());
        if (index.root instanceof LambdaExpressionTree lambda) apart.add(lambda.getBody());
        lambdas = new Lambdas(index);
        for (var tree : index.all) if (tree instanceof MethodInvocationTree call) look(call);
        for (var tree : index.all) if (tree instanceof MemberReferenceTree reference) look(reference);
        for (var tree : index.all) if (apart.contains(tree)) apartWith(tree);
        inOrder.sort(java.util.Comparator.comparingInt(call -> index.span(call).end()));
    }

    /** What is taken apart together with a statement, also where no await is in it. */
    private void apartWith(Tree tree) {
        if (tree instanceof SwitchTree choice) apart.addAll(choice.getCases());
        if (tree instanceof SwitchExpressionTree choice) apart.addAll(choice.getCases());
        if (!(tree instanceof TryTree attempt)) return;
        if (attempt.getResources().isEmpty()) apart.add(attempt.getBlock());
        if (attempt.getFinallyBlock() != null) apart.add(attempt.getFinallyBlock());
        for (var each : attempt.getCatches()) {
            apart.add(each);
            apart.add(each.getBlock());
        }
    }

    /** Whether an await is in a tree, or it is taken apart all the same. */
    boolean apart(@Nullable Tree tree) {
        return tree != null && apart.contains(tree);
    }

    private void look(MethodInvocationTree call) {
        if (lambdas.contain(call)) return;
        var form = form(call);
        if (form == null) {
            lookAtLooseAwait(call);
            return;
        }
        var obstacle = obstacle(call, form);
        if (obstacle != null) {
            sightings.add(obstacle);
            return;
        }
        if (boundary(call) != null) return;
        forms.put(call, form);
        inOrder.add(call);
        for (Tree at = call; at != null && at != index.root; at = index.parent(at)) apart.add(at);
    }

    private @Nullable Form form(MethodInvocationTree call) {
        var element = index.element(call);
        if (Words.isGet(element)) return root(call) == null ? null : Form.CHAIN;
        if (Words.isPerdure(element, "sleep") || Words.isPerdure(element, "sleepUntil")) return Form.SLEEP;
        if (Words.isDurable(element)) return Form.CALL;
        return words.step(element) == null ? null : Form.STEP;
    }

    /** The call of {@code await} that a chain starts with; null if it starts otherwise. */
    @Nullable
    MethodInvocationTree root(MethodInvocationTree chain) {
        var at = chain;
        while (true) {
            if (Words.isWord(index.element(at))) return at;
            if (!(at.getMethodSelect() instanceof MemberSelectTree select)) return null;
            ExpressionTree receiver = select.getExpression();
            while (receiver instanceof ParenthesizedTree paren) receiver = paren.getExpression();
            if (!(receiver instanceof MethodInvocationTree next)) return null;
            at = next;
        }
    }

    private @Nullable Tree boundary(Tree tree) {
        return index.boundary(tree);
    }

    private @Nullable Sighting obstacle(MethodInvocationTree call, Form form) {
        Tree child = call;
        for (var at = index.parent(call); at != null && at != index.root; child = at, at = index.parent(at)) {
            if (at instanceof LambdaExpressionTree lambda)
                return form == Form.STEP && isAwaited(lambda) ? null : sighting(Kind.IN_LAMBDA, call);
            if (at instanceof ClassTree) return sighting(Kind.IN_CLASS, call);
            var place = place(at, child);
            if (place != null) return new Sighting(Kind.MISPLACED, index.span(call), place);
        }
        return null;
    }

    private static @Nullable String place(Tree at, Tree child) {
        if (at instanceof SynchronizedTree) return "a synchronized block";
        if (at instanceof AssertTree) return "an assert";
        if (at instanceof TryTree attempt && !attempt.getResources().isEmpty()) return place(attempt, child);
        if (at instanceof CaseTree found
                && found.getBody() != child
                && !(found.getStatements() != null
                        && found.getStatements().stream().anyMatch(each -> each == child)))
            return "the guard of a case";
        return null;
    }

    /** While a resource is open nothing may wait: it would not be open any more. */
    private static @Nullable String place(TryTree attempt, Tree child) {
        if (child == attempt.getBlock()) return "a try statement with resources";
        boolean first = attempt.getResources().get(0) == child && child instanceof VariableTree;
        boolean resource = attempt.getResources().stream().anyMatch(each -> each == child);
        return resource && !first ? "a resource of a try statement that others may be open beside" : null;
    }

    private boolean isAwaited(LambdaExpressionTree lambda) {
        return index.parent(lambda) instanceof MethodInvocationTree call && Words.isWord(index.element(call));
    }

    private void lookAtLooseAwait(MethodInvocationTree call) {
        var element = index.element(call);
        if (Words.isGet(element)) {
            sightings.add(sighting(Kind.ESCAPES, call));
            return;
        }
        boolean yieldsAwait = Words.isWord(element)
                || (Words.isChainWord(element)
                        && element instanceof ExecutableElement method
                        && method.getReturnType().toString().startsWith("dev.perdure."));
        if (!yieldsAwait || element == null || element.getSimpleName().contentEquals("spec")) return;
        Tree parent = index.parent(call);
        while (parent instanceof ParenthesizedTree) parent = index.parent(parent);
        if (parent instanceof MemberSelectTree || isBranch(parent)) return;
        sightings.add(sighting(parent instanceof ExpressionStatementTree ? Kind.NOT_TAKEN : Kind.ESCAPES, call));
    }

    /** Whether an await that is not taken stands where a group takes it: as an argument, or as the result of its lambda. */
    private boolean isBranch(@Nullable Tree place) {
        var at = place;
        while (at instanceof ReturnTree || at instanceof BlockTree || at instanceof IfTree) at = index.parent(at);
        if (at instanceof LambdaExpressionTree) at = index.parent(at);
        else if (at != place) return false;
        return at instanceof MethodInvocationTree call && Words.isGroup(index.element(call));
    }

    private void look(MemberReferenceTree reference) {
        if (lambdas.contain(reference) || Words.isReference(index.type(reference))) return;
        if (Words.isGet(index.element(reference))) sightings.add(sighting(Kind.ESCAPES, reference));
        else if (Words.isDurable(index.element(reference))) sightings.add(sighting(Kind.IN_LAMBDA, reference));
    }

    private Sighting sighting(Kind kind, Tree tree) {
        return new Sighting(kind, index.span(tree), tree.toString());
    }
}
