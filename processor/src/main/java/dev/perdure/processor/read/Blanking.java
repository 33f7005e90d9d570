package dev.perdure.processor.read;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import org.jspecify.annotations.Nullable;

/**
 * Empties the bodies of all methods that are not durable, so that the second compiler does not spend its time on them. Line
 * breaks and lengths stay, so that every position stays. Looks at the outer compiler's trees, but at their positions alone.
 */
@SuppressWarnings("VoidUsed") // the parameter that visitors pass on
final class Blanking extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final char[] text;

    private Blanking(CompilationUnitTree unit, SourcePositions positions, char[] text) {
        this.unit = unit;
        this.positions = positions;
        this.text = text;
    }

    /** A file's text without the bodies that do not matter. */
    static String blank(CompilationUnitTree unit, SourcePositions positions, String text) {
        var chars = text.toCharArray();
        new Blanking(unit, positions, chars).scan(unit, null);
        return new String(chars);
    }

    /** By simple name: a wrong guess costs time or is found when the method is attributed. */
    static boolean isDurable(MethodTree method) {
        return method.getModifiers().getAnnotations().stream()
                .map(AnnotationTree::getAnnotationType)
                .map(Object::toString)
                .anyMatch(name -> name.equals("Durable") || name.endsWith(".Durable"));
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void p) {
        if (method.getBody() != null && !isDurable(method)) erase(method.getBody(), "throw null;");
        return null;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void p) {
        for (var member : type.getMembers()) {
            if (member instanceof BlockTree initializer) erase(initializer, "if(true)throw null;");
            else if (member instanceof MethodTree || member instanceof ClassTree) scan(member, p);
        }
        return null;
    }

    /**
     * Leaves alone what does not look like a body in the source: another processor has put it into the tree.
     *
     * @param instead what leaves no doubt that everything is assigned and returned; a shorter body stays
     */
    private void erase(BlockTree body, String instead) {
        int end = (int) positions.getEndPosition(unit, body);
        int start = (int) positions.getStartPosition(unit, body);
        if (start < 0 || end > text.length) return;
        while (start < end && text[start] != '{' && !separates(text[start])) start++;
        if (start >= end || text[start] != '{' || text[end - 1] != '}') return;
        int from = Math.max(start + 1, behindConstructorCall(body));
        if (end - 1 - from < instead.length()) return;
        for (int i = from; i < end - 1; i++) if (text[i] != '\n' && text[i] != '\r') text[i] = ' ';
        write(instead, from, end - 1);
    }

    /** Whether a character cannot stand between {@code static} and a brace. */
    private static boolean separates(char c) {
        return !Character.isLetter(c) && !Character.isWhitespace(c);
    }

    /** The end of a call of this or super, which has to stay. */
    private int behindConstructorCall(BlockTree body) {
        if (body.getStatements().isEmpty()) return 0;
        var first = body.getStatements().get(0);
        if (!(first instanceof ExpressionStatementTree statement)
                || !(statement.getExpression() instanceof MethodInvocationTree call)) return 0;
        var called = call.getMethodSelect().toString();
        boolean constructs = called.equals("this") || called.equals("super") || called.endsWith(".super");
        return constructs ? (int) positions.getEndPosition(unit, first) : 0;
    }

    /** Writes into the first line that has room. */
    private void write(String code, int from, int end) {
        for (int at = from; at + code.length() <= end; at++) {
            int line = at;
            while (line < end && text[line] == ' ') line++;
            if (line - at >= code.length()) {
                code.getChars(0, code.length(), text, at);
                return;
            }
            at = line;
        }
    }
}
