package dev.perdure.processor.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.Trees;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The sources of the outer compilation seen so far, generated ones included, with the bodies that nobody reads blanked. Its
 * monitor is the lock under which the outer compiler is asked while second compilers work, since that is for one thread.
 */
final class Sources {
    private final Trees trees;
    private final Elements elements;
    private final Set<String> imports = new LinkedHashSet<>(Set.of(Words.DURABLE));
    private final Map<URI, SourceText> files = new LinkedHashMap<>();
    private final Map<String, Map<String, SourceText>> byPackage = new LinkedHashMap<>();

    Sources(Trees trees, Elements elements) {
        this.trees = trees;
        this.elements = elements;
    }

    synchronized void see(RoundEnvironment round) {
        for (TypeElement type : ElementFilter.typesIn(round.getRootElements())) add(type);
    }

    /** The names of all imported types, and of the words. */
    synchronized Set<String> imports() {
        return Set.copyOf(imports);
    }

    /** The files that mention a package anywhere. */
    synchronized List<SourceText> mentioning(String packageName) {
        return files.values().stream()
                .filter(file -> file.getCharContent(true).toString().contains(packageName))
                .toList();
    }

    private boolean add(TypeElement type) {
        var unit = unitOf(type);
        if (unit == null) return false;
        if (!files.containsKey(unit.getSourceFile().toUri())) addImports(unit);
        var binaryName = elements.getBinaryName(type).toString();
        var file = files.computeIfAbsent(
                unit.getSourceFile().toUri(),
                uri -> new SourceText(unit.getSourceFile(), binaryName, new LateText(this, () -> blanked(unit))));
        byPackage
                .computeIfAbsent(
                        elements.getPackageOf(type).getQualifiedName().toString(), name -> new LinkedHashMap<>())
                .computeIfAbsent(binaryName, name -> file.as(name));
        return true;
    }

    private void addImports(CompilationUnitTree unit) {
        for (var each : unit.getImports()) {
            var name = each.getQualifiedIdentifier().toString();
            imports.add(each.isStatic() ? name.substring(0, name.lastIndexOf('.')) : name);
        }
    }

    private String blanked(CompilationUnitTree unit) {
        return Blanking.blank(unit, trees.getSourcePositions(), SourceText.read(unit.getSourceFile()));
    }

    /** Whether a type has a source; one that javac found on the source path by itself is taken in here. */
    synchronized boolean has(TypeElement type) {
        var known = byPackage.get(elements.getPackageOf(type).getQualifiedName().toString());
        return (known != null && known.containsKey(elements.getBinaryName(type).toString())) || add(type);
    }

    /** Whether a type of this binary name, or one round it, has a source that was seen. */
    synchronized boolean hasNamed(String packageName, String binaryName) {
        var known = byPackage.getOrDefault(packageName, Map.of());
        if (known.isEmpty()) return false;
        for (int end = binaryName.length(); end > packageName.length(); end = binaryName.lastIndexOf('$', end - 1))
            if (known.containsKey(binaryName.substring(0, end))) return true;
        return false;
    }

    /**
     * The sources of a package.
     *
     * @param thorough whether also those that javac has found, or may find, on its source path
     */
    synchronized List<SourceText> in(String packageName, boolean thorough) {
        var found = thorough ? elements.getPackageElement(packageName) : null;
        if (found != null) ElementFilter.typesIn(found.getEnclosedElements()).forEach(this::has);
        return new ArrayList<>(byPackage.getOrDefault(packageName, Map.of()).values());
    }

    @org.jspecify.annotations.Nullable
    synchronized SourceText fileOf(Element element) {
        var unit = unitOf(element);
        return unit == null ? null : files.get(unit.getSourceFile().toUri());
    }

    @org.jspecify.annotations.Nullable
    synchronized CompilationUnitTree unitOf(Element element) {
        var path = trees.getPath(element);
        return path == null ? null : path.getCompilationUnit();
    }
}
