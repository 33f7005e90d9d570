package dev.perdure.processor.read;

import com.sun.source.tree.*;
import dev.perdure.processor.model.Sighting;
import dev.perdure.processor.model.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives each await its label: the constant of {@code named}, else the name of what is called. */
final class LabelReader {
    final List<Sighting> sightings = new ArrayList<>();
    final IdentityHashMap<Tree, Site> sites = new IdentityHashMap<>();
    private final Index index;
    private final Sites found;
    private final Constants constants;
    private final LineCounter lines;

    LabelReader(Index index, Sites found, Constants constants, LineCounter lines) {
        this.index = index;
        this.found = found;
        this.constants = constants;
        this.lines = lines;
        var explicit = new IdentityHashMap<Tree, String>();
        var taken = new HashSet<String>();
        for (var call : found.inOrder) {
            var name = explicit(call);
            if (name == null) continue;
            explicit.put(call, name);
            if (!taken.add(name)) sightings.add(new Sighting(Sighting.Kind.LABEL_TWICE, index.span(call), name));
        }
        label(explicit, taken);
    }

    /** The line of a position. */
    int line(int position) {
        return lines.line(position);
    }

    /** Counts lines. */
    interface LineCounter {
        int line(int position);
    }

    private void label(IdentityHashMap<Tree, String> explicit, Set<String> taken) {
        var counts = new HashMap<String, Integer>();
        for (var call : found.inOrder) {
            var label = explicit.get(call);
            if (label == null) {
                var base = derived(call);
                do {
                    int ordinal = counts.merge(base, 1, Integer::sum);
                    label = ordinal == 1 ? base : base + "~" + ordinal;
                } while (!taken.add(label));
            }
            sites.put(call, new Site(sites.size(), label, lines.line(start(call)), index.span(call)));
        }
    }

    /** Where the await itself begins to read: its last word's line would surprise in a chain over many lines. */
    private int start(MethodInvocationTree call) {
        if (found.forms.get(call) == Sites.Form.CHAIN) {
            var root = found.root(call);
            return index.span(root == null ? call : root).start();
        }
        return call.getMethodSelect() instanceof MemberSelectTree
                ? index.span(call.getMethodSelect()).end() - 1
                : index.span(call).start();
    }

    private @Nullable String explicit(MethodInvocationTree chain) {
        if (found.forms.get(chain) != Sites.Form.CHAIN) return null;
        Tree at = chain;
        while (at instanceof MethodInvocationTree call && !Words.isWord(index.element(call))) {
            if (Words.isNamed(index.element(call))) {
                var argument = call.getArguments().get(0);
                var name = constants.string(argument);
                if (name == null)
                    sightings.add(
                            new Sighting(Sighting.Kind.LABEL_NOT_CONSTANT, index.span(argument), argument.toString()));
                return name;
            }
            at = ((MemberSelectTree) call.getMethodSelect()).getExpression();
            while (at instanceof ParenthesizedTree paren) at = paren.getExpression();
        }
        return null;
    }

    private String derived(MethodInvocationTree call) {
        if (found.forms.get(call) != Sites.Form.CHAIN) return name(call);
        var root = found.root(call);
        if (root != null && Words.isPerdure(index.element(root), "after")) return "after";
        if (root != null && Words.isGroup(index.element(root))) return name(root.getMethodSelect());
        return root == null || root.getArguments().isEmpty()
                ? "await"
                : name(root.getArguments().get(0));
    }

    private static String name(@Nullable Tree tree) {
        if (tree instanceof LambdaExpressionTree lambda) return name(lambda.getBody());
        if (tree instanceof MethodInvocationTree call) return name(call.getMethodSelect());
        if (tree instanceof MemberSelectTree select)
            return select.getIdentifier().toString();
        if (tree instanceof IdentifierTree identifier)
            return identifier.getName().toString();
        if (tree instanceof MemberReferenceTree reference)
            return reference.getName().contentEquals("<init>")
                            || reference.getName().contentEquals("new")
                    ? name(reference.getQualifierExpression())
                    : reference.getName().toString();
        if (tree instanceof NewClassTree creation) return name(creation.getIdentifier());
        if (tree instanceof ParameterizedTypeTree type) return name(type.getType());
        if (tree instanceof ParenthesizedTree paren) return name(paren.getExpression());
        if (tree instanceof TypeCastTree cast) return name(cast.getExpression());
        if (tree instanceof AssignmentTree assignment) return name(assignment.getExpression());
        if (tree instanceof ExpressionStatementTree statement) return name(statement.getExpression());
        if (tree instanceof ReturnTree result) return name(result.getExpression());
        if (tree instanceof VariableTree variable) return name(variable.getInitializer());
        if (tree instanceof BlockTree block) return lastName(block);
        return "await";
    }

    private static String lastName(BlockTree block) {
        var statements = block.getStatements();
        for (int i = statements.size() - 1; i >= 0; i--) {
            var name = name(statements.get(i));
            if (!name.equals("await")) return name;
        }
        return "await";
    }
}
