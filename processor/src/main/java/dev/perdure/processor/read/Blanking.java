package dev.perdure.processor.read;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * Empties the bodies of all methods that are not durable, so that the second compiler does not spend its time on them. Line
 * breaks and lengths stay, so that every position stays.
 */
final class Blanking {
    String blank(JavaFileObject file, String text) {
        var source = new SourceText(file, "", text);
        try {
            var task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                    .getTask(null, null, diagnostic -> {}, List.of("-proc:none"), null, List.of(source));
            var unit = task.parse().iterator().next();
            var chars = text.toCharArray();
            new Eraser(unit, Trees.instance(task).getSourcePositions(), chars).scan(unit, null);
            return new String(chars);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file.getName(), e);
        }
    }

    /** By simple name: a wrong guess costs time or is found when the method is attributed. */
    static boolean isDurable(MethodTree method) {
        return method.getModifiers().getAnnotations().stream()
                .map(AnnotationTree::getAnnotationType)
                .map(Object::toString)
                .anyMatch(name -> name.equals("Durable") || name.endsWith(".Durable"));
    }

    @SuppressWarnings("VoidUsed") // the parameter that visitors pass on
    private static final class Eraser extends TreeScanner<Void, Void> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final char[] text;

        Eraser(CompilationUnitTree unit, SourcePositions positions, char[] text) {
            this.unit = unit;
            this.positions = positions;
            this.text = text;
        }

        @Override
        public Void visitMethod(MethodTree method, Void p) {
            if (method.getBody() != null && !isDurable(method)) erase(method.getBody());
            return null;
        }

        @Override
        public Void visitClass(ClassTree type, Void p) {
            for (var member : type.getMembers()) {
                if (member instanceof BlockTree initializer) erase(initializer);
                else if (member instanceof MethodTree || member instanceof ClassTree) scan(member, p);
            }
            return null;
        }

        private void erase(BlockTree body) {
            int start = (int) positions.getStartPosition(unit, body);
            int end = (int) positions.getEndPosition(unit, body);
            if (start < 0 || end < 0) return;
            while (start < end && text[start] != '{') start++;
            for (int i = start + 1; i < end - 1; i++) if (text[i] != '\n' && text[i] != '\r') text[i] = ' ';
        }
    }
}
