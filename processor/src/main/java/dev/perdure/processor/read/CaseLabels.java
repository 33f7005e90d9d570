package dev.perdure.processor.read;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.perdure.processor.model.Span;
import dev.perdure.processor.model.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what stands between {@code case} and its arrow or colon, also where the labels are newer than our baseline. */
@SuppressWarnings("VoidUsed") // the parameter that visitors pass on
final class CaseLabels {
    private CaseLabels() {}

    static boolean hasDefault(List<? extends CaseTree> cases) {
        return cases.stream().anyMatch(CaseLabels::isDefault);
    }

    private static boolean isDefault(CaseTree found) {
        return (found.getExpressions().isEmpty() && !hasLabelOf(found, "ConstantCaseLabel", "PatternCaseLabel"))
                || hasLabelOf(found, "DefaultCaseLabel");
    }

    /** Whether any label is a pattern or null: then the compiler demands that nothing is left over. */
    static boolean hasPatternOrNull(List<? extends CaseTree> cases) {
        return cases.stream()
                .anyMatch(found -> hasLabelOf(found, "PatternCaseLabel")
                        || found.getExpressions().stream().anyMatch(each -> each.getKind() == Tree.Kind.NULL_LITERAL));
    }

    private static boolean hasLabelOf(CaseTree found, String... kinds) {
        var seen = new boolean[1];
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void scan(Tree tree, @Nullable Void p) {
                if (tree == null || tree == found.getBody()) return null;
                for (var kind : kinds) if (tree.getClass().getSimpleName().equals("JC" + kind)) seen[0] = true;
                return null;
            }
        }.visitCase(found, null);
        return seen[0];
    }

    /** The range of a case's labels, {@code case} or {@code default} included. */
    static Span span(Index index, CaseTree found, String source) {
        var whole = index.span(found);
        int end = whole.end();
        if (found.getBody() != null) end = index.span(found.getBody()).start();
        else if (found.getStatements() != null && !found.getStatements().isEmpty())
            end = index.span(found.getStatements().get(0)).start();
        int behind = arrowOrColon(source, whole.start(), end);
        while (Character.isWhitespace(source.charAt(behind - 1))) behind--;
        return new Span(whole.start(), behind);
    }

    /** Scans tokens roughly: the last arrow or colon outside of strings, comments and parentheses. */
    private static int arrowOrColon(String source, int start, int end) {
        int found = end;
        for (int i = start, depth = 0; i < end; i++) {
            char c = source.charAt(i);
            if (c == '"' || c == '\'') i = Text.endOfLiteral(source, i) - 1;
            else if (source.startsWith("//", i) || source.startsWith("/*", i)) i = Text.endOfComment(source, i) - 1;
            else if (c == '(') depth++;
            else if (c == ')') depth--;
            else if (depth == 0 && (c == ':' || source.startsWith("->", i))) found = i;
        }
        return found;
    }
}
