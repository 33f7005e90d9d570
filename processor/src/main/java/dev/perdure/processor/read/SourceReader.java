package dev.perdure.processor.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.perdure.processor.model.MethodModel;
import dev.perdure.processor.model.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Reads the durable methods of a compilation, round by round. */
@SuppressWarnings("VoidUsed") // the parameter that visitors pass on
public final class SourceReader {
    /** A second compiler's start costs as much as it takes to attribute about so many files. */
    private static final int WORTH_A_COMPILER = 12;

    private final ProcessingEnvironment env;
    private final Trees trees;
    private final Sources sources;
    private final SecondCompiler compiler;
    private final Overrides overrides;
    private final Wishes wishes;
    private final Exports exports;

    /**
     * Connects to the compiler.
     *
     * @param wishes what models shall say beside the usual
     * @throws IllegalArgumentException if it is none that gives access to its trees
     */
    public SourceReader(ProcessingEnvironment env, Wishes wishes) {
        this.wishes = wishes;
        this.env = Environments.unwrap(env);
        this.trees = Trees.instance(this.env);
        this.sources = new Sources(trees, this.env.getElementUtils());
        this.compiler = new SecondCompiler(this.env, sources);
        this.overrides = new Overrides(this.env.getElementUtils());
        this.exports = new Exports(this.env.getElementUtils(), sources);
    }

    /**
     * What came of reading a method.
     *
     * @param key its host's binary name and its identity
     * @param model the method, or null if its body does not compile yet
     * @param complaint the compiler's first complaint about the body, where there is no model
     * @param rewritten whether another processor has rewritten the body, so that there is no model
     */
    public record Reading(
            String host,
            String key,
            @Nullable MethodModel model,
            @Nullable Complaint complaint,
            boolean rewritten) {}

    /** A complaint of the compiler. */
    public record Complaint(Span span, String text) {}

    /** Takes in the sources of a round. */
    public void see(RoundEnvironment round) {
        sources.see(round);
    }

    /**
     * Hosts that are read by themselves: a compiler for each core, where there are so many files that a compiler more pays.
     *
     * @param hosts binary names
     * @return parts of them, in their order, no file in two
     */
    public List<List<String>> parts(Collection<String> hosts, int cores) {
        var files = new LinkedHashMap<String, List<String>>();
        for (var name : hosts) {
            var file = fileOf(name);
            files.computeIfAbsent(file == null ? name : file.toUri().toString(), uri -> new ArrayList<>())
                    .add(name);
        }
        int parts = Lombok.isThere() ? 1 : Math.max(1, Math.min(cores, files.size() / WORTH_A_COMPILER));
        var all = new ArrayList<List<String>>();
        for (int i = 0; i < parts; i++) all.add(new ArrayList<>());
        int at = 0;
        for (var each : files.values()) all.get(at++ * parts / files.size()).addAll(each);
        return all;
    }

    /**
     * Reads all durable methods of these hosts, and of classes in the same files. Two threads may read two parts.
     *
     * @param hosts binary names
     * @param found gets each as soon as it is read
     */
    public void read(Collection<String> hosts, Consumer<Reading> found) {
        var files = new LinkedHashMap<String, SourceText>();
        synchronized (sources) {
            for (var name : hosts) {
                var file = fileOf(name);
                if (file != null) files.put(file.toUri().toString(), file);
            }
        }
        if (files.isEmpty()) return;
        try (var attributed = compiler.attribute(List.copyOf(files.values()), sources.imports())) {
            for (var unit : attributed.units()) read(attributed, unit, found);
        }
    }

    private @Nullable SourceText fileOf(String name) {
        var host = type(name);
        sources.has(outermost(host));
        return sources.fileOf(host);
    }

    private void read(SecondCompiler.Attributed attributed, CompilationUnitTree unit, Consumer<Reading> found) {
        new TreePathScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitMethod(MethodTree tree, @Nullable Void p) {
                var element = attributed.trees().getElement(getCurrentPath());
                if (element instanceof ExecutableElement method && mayBeDurable(tree, method))
                    found.accept(read(attributed, getCurrentPath(), method));
                return super.visitMethod(tree, p);
            }
        }.scan(unit, null);
    }

    /** Durable, or so it looks while its annotation cannot be found. */
    private static boolean mayBeDurable(MethodTree tree, ExecutableElement method) {
        return Words.isDurable(method)
                || (Blanking.isDurable(tree)
                        && method.getAnnotationMirrors().stream()
                                .map(AnnotationMirror::getAnnotationType)
                                .noneMatch(each -> each.getKind() == TypeKind.DECLARED
                                        && each.asElement().getSimpleName().contentEquals("Durable")));
    }

    private static TypeElement outermost(TypeElement type) {
        return type.getEnclosingElement() instanceof TypeElement outer ? outermost(outer) : type;
    }

    private Reading read(SecondCompiler.Attributed attributed, TreePath path, ExecutableElement method) {
        var host = Words.owner(method);
        var file = path.getCompilationUnit().getSourceFile();
        var name = file.getName();
        var text = SourceText.read(file);
        var binaryName = attributed.task().getElements().getBinaryName(host).toString();
        var complaint = complaint(attributed, path);
        var key = binaryName + "." + method;
        if (attributed.shapes().changed((MethodTree) path.getLeaf(), path.getCompilationUnit(), attributed.positions()))
            return new Reading(
                    binaryName,
                    key,
                    null,
                    new Complaint(attributed.span(path), method.getSimpleName().toString()),
                    true);
        if (complaint != null) return new Reading(binaryName, key, null, complaint, false);
        var simple = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var model = new MethodReader(attributed, text, simple, wishes, exports).read(path);
        return new Reading(binaryName, key, model, null, false);
    }

    private static @Nullable Complaint complaint(SecondCompiler.Attributed attributed, TreePath path) {
        var unit = path.getCompilationUnit();
        int start = attributed.span(path).start();
        int end = attributed.span(path).end();
        for (var error : attributed.errors()) {
            boolean here = error.getSource() != null
                    && error.getSource().toUri().equals(unit.getSourceFile().toUri())
                    && error.getPosition() >= start
                    && error.getPosition() < end;
            if (here) return complaint(error);
        }
        var method = (ExecutableElement) attributed.trees().getElement(path);
        if (!Words.isDurable(method) && attributed.errors().isEmpty())
            return new Complaint(new Span(start, end), "its annotation cannot be found");
        if (!Words.isDurable(method)) return complaint(attributed.errors().get(0));
        boolean clean = attributed.errors().isEmpty()
                || !new Index(attributed.trees(), path, path.getLeaf(), "").hasErrorTypes();
        return clean ? null : complaint(attributed.errors().get(0));
    }

    private static Complaint complaint(Diagnostic<?> error) {
        int start = (int) Math.max(0, error.getStartPosition());
        return new Complaint(new Span(start, (int) Math.max(start, error.getEndPosition())), error.getMessage(null));
    }

    /** Asks the outer compiler something while other threads read, which may ask it too. */
    public <T> T ask(Supplier<T> question) {
        synchronized (sources) {
            return question.get();
        }
    }

    /** Prints a message at a range of a host's file, through the outer compiler. */
    public void print(Diagnostic.Kind kind, String message, String host, Span span) {
        var element = env.getElementUtils().getTypeElement(host.replace('$', '.'));
        var unit = element == null ? null : sources.unitOf(element);
        var tree = unit == null ? null : new TreeFinder(trees.getSourcePositions(), unit, span).find();
        if (unit == null || tree == null) env.getMessager().printMessage(kind, message, element);
        else trees.printMessage(kind, message, tree, unit);
    }

    /** Tells of each method of a round that overrides a durable one and is not durable: the method, and whose it overrides. */
    public void overriding(RoundEnvironment round, BiConsumer<ExecutableElement, TypeElement> found) {
        for (var each : overrides.in(round)) found.accept(each.method(), Words.owner(each.durable()));
    }

    /** Prints a message at an element. */
    public void print(Diagnostic.Kind kind, String message, Element element) {
        env.getMessager().printMessage(kind, message, element);
    }

    /** The binary name of the class that declares a durable method. */
    public static String hostOf(Element method, ProcessingEnvironment env) {
        return env.getElementUtils().getBinaryName(Words.owner(method)).toString();
    }

    /** A class of the outer compilation, by its binary name. */
    public TypeElement type(String host) {
        var type = env.getElementUtils().getTypeElement(host.replace('$', '.'));
        if (type == null) throw new IllegalStateException("the compiler has lost sight of " + host);
        return type;
    }
}
