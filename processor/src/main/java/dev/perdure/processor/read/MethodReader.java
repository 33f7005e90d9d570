package dev.perdure.processor.read;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.perdure.processor.model.Host;
import dev.perdure.processor.model.MethodModel;
import dev.perdure.processor.model.Shape;
import dev.perdure.processor.model.Sighting;
import dev.perdure.processor.model.Site;
import dev.perdure.processor.model.Span;
import dev.perdure.processor.model.Text;
import dev.perdure.processor.model.TypeRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads one durable method from attributed trees into its model. */
final class MethodReader {
    private final SecondCompiler.Attributed attributed;
    private final String source;
    private final String file;
    private final Wishes wishes;
    private final Exports exports;

    MethodReader(SecondCompiler.Attributed attributed, String source, String file, Wishes wishes, Exports exports) {
        this.wishes = wishes;
        this.exports = exports;
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
            Visibility visibility,
            Saveability saveability,
            Constants constants,
            Jumps jumps,
            Completion completion,
            Words words,
            Machines machines,
            Accessors accessors,
            Updates updates) {}

    MethodModel read(TreePath path) {
        var element = (ExecutableElement) attributed.trees().getElement(path);
        var host = Words.owner(element);
        var universe =
                new Universe(attributed.task().getElements(), attributed.task().getTypes());
        var saveability = new Saveability(universe.elements(), universe.types());
        var visibility = new Visibility(host, universe.elements(), exports);
        var types = new TypeReader(universe.types(), saveability, visibility);
        var machines = new Machines(universe.elements(), types);
        var accessors = new Accessors(host, universe, types, visibility);
        var shared = new Shared(
                universe,
                saveability,
                visibility,
                types,
                machines,
                accessors,
                new Updates(accessors, types),
                host,
                hostOf(host, universe, types),
                shapeOf(element, host),
                typeParameters(element, host),
                roots(path));
        var tree = (MethodTree) path.getLeaf();
        var index = new Index(attributed.trees(), path, tree, source);
        var machine = machines.machineOf(element);
        return read(
                shared,
                new Unit(
                        path,
                        index,
                        new Locals.Parameters(List.of(), tree.getParameters(), null, index.span(tree)),
                        element.getSimpleName().toString(),
                        machines.identityOf(element),
                        machine.substring(machine.lastIndexOf('.') + 1),
                        element.isVarArgs(),
                        types.read(element.getReturnType()),
                        index.span(tree),
                        nameSpan(tree, index),
                        tree.getBody()));
    }

    /** What a method and the lambdas in it have in common. */
    record Shared(
            Universe universe,
            Saveability saveability,
            Visibility visibility,
            TypeReader types,
            Machines machines,
            Accessors accessors,
            Updates updates,
            TypeElement hostElement,
            Host host,
            Shape shape,
            String typeParameters,
            Set<String> roots) {}

    /**
     * A method, or a lambda that becomes a machine.
     *
     * @param body a block or an expression; null for a method without a body, and the lambda itself where it is taken whole
     */
    record Unit(
            TreePath path,
            Index index,
            Locals.Parameters parameters,
            String name,
            String identity,
            String machine,
            boolean varargs,
            TypeRef result,
            Span span,
            Span nameSpan,
            @Nullable Tree body) {}

    /** Reads a method or a lambda, and the lambdas in it. */
    MethodModel read(Shared shared, Unit unit) {
        var parts = parts(shared, unit);
        var statements = new StatementReader(parts);
        var lambdas = new LambdaReader(this, attributed.trees(), source, shared, unit, parts);
        var edits = new EditReader(parts, shared.hostElement(), lambdas.instead);
        edits.scan(unit.body(), null);
        var body = new BodyReader(parts, statements).read(unit);
        var sightings = new ArrayList<Sighting>();
        sightings.addAll(parts.sites().sightings);
        sightings.addAll(parts.labels().sightings);
        sightings.addAll(edits.edits.sightings);
        sightings.addAll(lambdas.sightings);
        sightings.addAll(statements.sightings);
        sightings.addAll(statements.expressions.sightings);
        if (wishes.bareCalls())
            sightings.addAll(new BareCalls(unit.index(), parts.sites(), shared.saveability()).found());
        sightings.sort(Comparator.comparing(Sighting::span));
        boolean outermost = unit.index().root instanceof MethodTree;
        return new MethodModel(
                shared.host(),
                shared.shape(),
                unit.name(),
                unit.identity(),
                unit.machine(),
                shared.typeParameters(),
                List.copyOf(parts.locals().parameters),
                unit.varargs(),
                unit.result(),
                body,
                edits.edits.sorted(),
                outermost ? shared.accessors().all() : List.of(),
                outermost ? shared.updates().all() : List.of(),
                sitesInOrder(parts),
                List.copyOf(sightings.stream().distinct().toList()),
                source,
                unit.span(),
                unit.nameSpan(),
                parts.locals().count(),
                parts.locals().names,
                lambdas.models,
                List.copyOf(statements.types),
                new MentionsReader(shared.universe().elements())
                        .read(unit.index(), shared.hostElement(), shared.typeParameters(), shared.types().mentioned),
                outermost && wishes.savedTypes()
                        ? SavedTypeReader.read(List.copyOf(shared.types().mentioned))
                        : Map.of());
    }

    private Parts parts(Shared shared, Unit unit) {
        var universe = shared.universe();
        var words = new Words(universe.elements(), universe.types());
        var index = unit.index();
        var sites = new Sites(index, words);
        var locals = new Locals(index, sites, shared.types(), shared.roots(), unit.parameters());
        var constants = new Constants(index);
        var jumps = new Jumps(index);
        return new Parts(
                universe,
                source,
                index,
                sites,
                locals,
                new FactsReader(locals),
                new LabelReader(index, sites, constants, this::line),
                shared.types(),
                shared.visibility(),
                shared.saveability(),
                constants,
                jumps,
                new Completion(jumps, constants),
                words,
                shared.machines(),
                shared.accessors(),
                shared.updates());
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
        return Text.line(source, position);
    }

    private static List<Site> sitesInOrder(Parts parts) {
        return parts.labels().sites.values().stream()
                .sorted(Comparator.comparingInt(Site::id))
                .toList();
    }

    private Host hostOf(TypeElement host, Universe universe, TypeReader types) {
        return new Host(
                universe.elements().getPackageOf(host).getQualifiedName().toString(),
                TypeReader.text(host.asType()),
                types.erased(host.asType()),
                file);
    }

    private static Shape shapeOf(ExecutableElement method, TypeElement host) {
        return new Shape(
                method.getModifiers().stream()
                        .map(modifier -> modifier.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet()),
                nesting(host),
                hasPrivate(host),
                Words.queue(method),
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

    private static String typeParameters(ExecutableElement method, TypeElement host) {
        var all = new ArrayList<javax.lang.model.element.TypeParameterElement>();
        if (!method.getModifiers().contains(Modifier.STATIC)) all.addAll(host.getTypeParameters());
        all.addAll(method.getTypeParameters());
        return Accessors.typeParameters(all).strip();
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
