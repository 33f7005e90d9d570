package dev.perdure.processor.read;

import com.sun.source.tree.*;
import com.sun.source.util.TreeScanner;
import dev.perdure.processor.model.Code;
import dev.perdure.processor.model.Piece;
import dev.perdure.processor.model.Span;
import dev.perdure.processor.model.Text;
import dev.perdure.processor.model.Var;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Mentions of locals that may move, and where copies of those are made that lambdas capture. */
@SuppressWarnings("VoidUsed") // the parameter that visitors pass on
final class LocalEdits {
    private static final Pattern VAL = Pattern.compile("(\\bfinal\\s+)?\\b((?:lombok\\s*\\.\\s*)?val)\\s+(\\w+)");
    private static final int WORD = 2;
    private static final int NAME = 3;
    /** Room for the word in front of the name, which is where such a declaration is said to begin. */
    private static final int BEFORE = 40;

    private final Set<Span> scopes = new HashSet<>();
    private final Edits edits;
    private final Index index;
    private final Sites sites;
    private final Locals locals;
    private final Constants constants;

    LocalEdits(Edits edits, MethodReader.Parts parts) {
        this.edits = edits;
        this.index = parts.index();
        this.sites = parts.sites();
        this.locals = parts.locals();
        this.constants = parts.constants();
    }

    void used(IdentifierTree tree) {
        var var = locals.of(tree);
        if (var == null) return;
        var constant = constants.value(tree);
        if (constant != null) {
            edits.replace(tree, Text.literal(constant));
            return;
        }
        boolean written = index.parent(tree) instanceof AssignmentTree assignment && assignment.getVariable() == tree;
        edits.replace(tree, new Piece.Use(var, captured(tree), written));
    }

    /** Whether a tree stands where only copies of locals may be mentioned; then there is a place for them. */
    private boolean captured(Tree tree) {
        var boundary = index.boundary(tree);
        if (boundary != null) scope(boundary);
        return boundary != null;
    }

    /** Marks the innermost statement outside of the lambda, if it lies inside a fragment, as the place for a copy. */
    private void scope(Tree boundary) {
        Tree at = boundary;
        while (!isScope(at)) at = index.round(at);
        while (index.parent(at) instanceof LabeledStatementTree label) at = label;
        if (sites.apart(at) || sites.apart(index.parent(at)) || !scopes.add(index.span(at))) return;
        boolean braces = !(at instanceof VariableTree || at instanceof ClassTree);
        edits.add(index.span(at), Code.of(new Piece.Scope(index.span(at), braces)));
    }

    private boolean isScope(Tree tree) {
        if (!(tree instanceof StatementTree)) return tree.equals(index.root);
        var parent = index.parent(tree);
        return parent instanceof BlockTree
                || parent instanceof CaseTree
                || parent instanceof IfTree
                || parent instanceof LabeledStatementTree
                || (parent != null && Jumps.isLoop(parent) && isBody(parent, tree));
    }

    private static boolean isBody(Tree loop, Tree child) {
        return (loop instanceof WhileLoopTree w && w.getStatement() == child)
                || (loop instanceof DoWhileLoopTree d && d.getStatement() == child)
                || (loop instanceof ForLoopTree f && f.getStatement() == child)
                || (loop instanceof EnhancedForLoopTree e && e.getStatement() == child);
    }

    // ---- bindings of patterns

    void tested(InstanceOfTree tree) {
        var bound = new ArrayList<Var>();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitVariable(VariableTree variable, @Nullable Void q) {
                var var = locals.of(variable);
                if (var != null) bound.add(var);
                return null;
            }
        }.scan(tree.getPattern(), null);
        if (!bound.isEmpty()) edits.replace(tree, new Piece.Binding(index.span(tree), bound));
    }

    void declared(VariableTree tree) {
        lombok(tree);
        var var = locals.of(tree);
        if (var == null || !(index.parent(tree) instanceof BindingPatternTree)) return;
        int end = index.span(tree).end();
        edits.add(new Span(end - tree.getName().length(), end), Code.of(new Piece.Bound(var)));
    }

    /**
     * Lombok's {@code val} is nothing but a name in a class that does not import it. There is no such type in the tree: it was
     * replaced, and the import taken away.
     */
    private void lombok(VariableTree tree) {
        var span = index.span(tree);
        int from = Math.max(0, span.start() - BEFORE);
        var found = VAL.matcher(index.text(new Span(from, span.end())));
        while (found.find()) {
            if (!found.group(NAME).contentEquals(tree.getName()) || from + found.end() < span.start()) continue;
            var word = new Span(from + found.start(WORD), from + found.end(WORD));
            edits.add(word, Code.of(found.group(1) == null ? "final var" : "var"));
            return;
        }
    }
}
