package dev.perdure.processor.read;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import dev.perdure.processor.model.Host;
import dev.perdure.processor.model.MethodModel;
import dev.perdure.processor.model.Shape;
import dev.perdure.processor.model.Sighting;
import dev.perdure.processor.model.Site;
import dev.perdure.processor.model.Span;
import dev.perdure.processor.model.Stmt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads one durable method from attributed trees into its model. */
final class MethodReader {
    private final SecondCompiler.Attributed attributed;
    private final String source;
    private final String file;

    MethodReader(SecondCompiler.Attributed attributed, String source, String file) {
        this.attributed = attributed;
        this.source = source;
        this.file = file;
    }

    /** The compiler's view of elements and types. */
    record Universe(Elements elements, Types types) {}

    /** What the readers of a method share. */
    record Parts(
            Universe universe,
            String source,
            Index index,
            Sites sites,
            Locals locals,
            FactsReader facts,
            LabelReader labels,
            TypeReader types,
            Saveability saveability,
            Constants constants,
            Jumps jumps,
            Completion completion,
            Words words,
            Machines machines) {}

    MethodModel read(TreePath path) {
        var method = (ExecutableElement) attributed.trees().getElement(path);
        var host = Words.owner(method);
        var parts = parts(path);
        var statements = new StatementReader(parts);
        var types = parts.types();
        var accessors = new Accessors(
                host, parts.universe().elements(), parts.universe().types(), types);
        var edits = new EditReader(parts, accessors, host);
        var tree = (MethodTree) path.getLeaf();
        edits.scan(tree.getBody(), null);
        var body = tree.getBody() == null
                ? new Stmt.Block(parts.index().span(tree), List.of())
                : statements.block(tree.getBody());
        var sightings = new ArrayList<Sighting>();
        sightings.addAll(parts.sites().sightings);
        sightings.addAll(parts.labels().sightings);
        sightings.addAll(edits.sightings);
        sightings.addAll(statements.sightings);
        sightings.addAll(statements.expressions.sightings);
        sightings.sort(Comparator.comparing(Sighting::span));
        var machine = parts.machines().machineOf(method);
        return new MethodModel(
                hostOf(host, parts),
                shapeOf(method, host),
                method.getSimpleName().toString(),
                parts.machines().identityOf(method),
                machine.substring(machine.lastIndexOf('.') + 1),
                typeParameters(method, host, types),
                List.copyOf(parts.locals().parameters),
                method.isVarArgs(),
                types.read(method.getReturnType()),
                body,
                edits.sorted(),
                accessors.all(),
                sitesInOrder(parts),
                List.copyOf(
                        new HashSet<>(sightings).size() == sightings.size()
                                ? sightings
                                : sightings.stream().distinct().toList()),
                source,
                parts.index().span(tree),
                nameSpan(tree, parts.index()),
                parts.locals().count(),
                parts.locals().names);
    }

    private Parts parts(TreePath path) {
        var elements = attributed.task().getElements();
        var types = attributed.task().getTypes();
        var words = new Words(elements, types);
        var saveability = new Saveability(elements, types);
        var reader = new TypeReader(types, saveability);
        var index = new Index(attributed.trees(), path, source);
        var sites = new Sites(index, words);
        var locals = new Locals(index, sites, reader, roots(path));
        var constants = new Constants(index);
        var jumps = new Jumps(index);
        return new Parts(
                new Universe(elements, types),
                source,
                index,
                sites,
                locals,
                new FactsReader(locals),
                new LabelReader(index, sites, constants, this::line),
                reader,
                saveability,
                constants,
                jumps,
                new Completion(jumps, constants),
                words,
                new Machines(elements, reader));
    }

    /** The first names of the packages that this file knows. */
    private static Set<String> roots(TreePath path) {
        var unit = path.getCompilationUnit();
        var names = new ArrayList<>(List.of("java", "dev"));
        if (unit.getPackageName() != null) names.add(unit.getPackageName().toString());
        for (var each : unit.getImports())
            names.add(each.getQualifiedIdentifier().toString());
        return names.stream().map(name -> name.split("\\.", 2)[0]).collect(Collectors.toUnmodifiableSet());
    }

    private int line(int position) {
        return (int) source.substring(0, position)
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
    }

    private static List<Site> sitesInOrder(Parts parts) {
        return parts.labels().sites.values().stream()
                .sorted(Comparator.comparingInt(Site::id))
                .toList();
    }

    private Host hostOf(TypeElement host, Parts parts) {
        return new Host(
                parts.universe()
                        .elements()
                        .getPackageOf(host)
                        .getQualifiedName()
                        .toString(),
                parts.types().text(host.asType()),
                parts.types().erased(host.asType()),
                file);
    }

    private static Shape shapeOf(ExecutableElement method, TypeElement host) {
        return new Shape(
                method.getModifiers().stream()
                        .map(modifier -> modifier.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet()),
                nesting(host),
                hasPrivate(host),
                method.getAnnotationMirrors().stream()
                        .map(each -> each.getAnnotationType().toString())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static String nesting(TypeElement host) {
        for (Element at = host; at instanceof TypeElement type; at = at.getEnclosingElement()) {
            switch (type.getNestingKind()) {
                case LOCAL -> {
                    return "local";
                }
                case ANONYMOUS -> {
                    return "anonymous";
                }
                case MEMBER -> {
                    boolean inner = type.getKind() == ElementKind.CLASS
                            && !type.getModifiers().contains(Modifier.STATIC);
                    if (inner) return "inner";
                }
                default -> {}
            }
        }
        return host.getNestingKind().isNested() ? "static" : "top";
    }

    private static boolean hasPrivate(TypeElement host) {
        for (Element at = host; at instanceof TypeElement; at = at.getEnclosingElement())
            if (at.getModifiers().contains(Modifier.PRIVATE)) return true;
        return false;
    }

    private static String typeParameters(ExecutableElement method, TypeElement host, TypeReader types) {
        var all = new ArrayList<javax.lang.model.element.TypeParameterElement>();
        if (!method.getModifiers().contains(Modifier.STATIC)) all.addAll(host.getTypeParameters());
        all.addAll(method.getTypeParameters());
        return Accessors.typeParameters(all, types).strip();
    }

    private Span nameSpan(MethodTree tree, Index index) {
        int start = index.span(tree).start();
        int from = tree.getReturnType() == null
                ? start
                : index.span(tree.getReturnType()).end();
        int at = source.indexOf(tree.getName().toString(), from);
        return at < 0 ? index.span(tree) : new Span(at, at + tree.getName().length());
    }
}
