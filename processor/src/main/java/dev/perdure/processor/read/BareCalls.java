package dev.perdure.processor.read;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.perdure.processor.model.Sighting;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Finds calls of collaborators that are no awaits and in none: they are made again after a crash, without anybody noticing. */
final class BareCalls {
    private final Index index;
    private final Sites sites;
    private final Saveability saveability;

    BareCalls(Index index, Sites sites, Saveability saveability) {
        this.index = index;
        this.sites = sites;
        this.saveability = saveability;
    }

    List<Sighting> found() {
        var found = new ArrayList<Sighting>();
        for (var tree : index.all)
            if (tree instanceof MethodInvocationTree call
                    && call.getMethodSelect() instanceof MemberSelectTree select
                    && index.boundary(call) == null
                    && !isAwaited(call)) {
                var field = collaborator(select.getExpression());
                if (field != null)
                    found.add(new Sighting(
                            Sighting.Kind.BARE_CALL,
                            index.span(call),
                            field.getSimpleName() + "." + select.getIdentifier()));
            }
        return found;
    }

    /** Whether it is an await, or is evaluated for one. */
    private boolean isAwaited(Tree call) {
        for (Tree at = call; at != null && at != index.root; at = index.parent(at))
            if (sites.forms.containsKey(at)) return true;
        return false;
    }

    /** A field of the durable object whose value is no data. */
    private @Nullable VariableElement collaborator(ExpressionTree receiver) {
        var stripped = ExpressionReader.strip(receiver);
        boolean own = stripped instanceof IdentifierTree
                || (stripped instanceof MemberSelectTree select
                        && select.getExpression() instanceof IdentifierTree self
                        && self.getName().contentEquals("this"));
        return own
                        && index.element(stripped) instanceof VariableElement field
                        && Accessors.isField(field)
                        && !Members.isStatic(field)
                        && saveability.obstacle(field.asType()) != null
                ? field
                : null;
    }
}
