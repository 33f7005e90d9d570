package dev.perdure.processor.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.Trees;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** The sources of the outer compilation seen so far, generated ones included, with the bodies that nobody reads blanked. */
final class Sources {
    private final Trees trees;
    private final Elements elements;
    private final Blanking blanking = new Blanking();
    private final Map<URI, SourceText> files = new LinkedHashMap<>();
    private final Map<String, Map<String, SourceText>> byPackage = new LinkedHashMap<>();

    Sources(Trees trees, Elements elements) {
        this.trees = trees;
        this.elements = elements;
    }

    void see(RoundEnvironment round) {
        for (TypeElement type : ElementFilter.typesIn(round.getRootElements())) add(type);
    }

    private boolean add(TypeElement type) {
        var unit = unitOf(type);
        if (unit == null) return false;
        var binaryName = elements.getBinaryName(type).toString();
        var file = files.computeIfAbsent(
                unit.getSourceFile().toUri(),
                uri -> new SourceText(
                        unit.getSourceFile(),
                        binaryName,
                        blanking.blank(unit.getSourceFile(), SourceText.read(unit.getSourceFile()))));
        byPackage
                .computeIfAbsent(
                        elements.getPackageOf(type).getQualifiedName().toString(), name -> new LinkedHashMap<>())
                .computeIfAbsent(binaryName, name -> file.as(name));
        return true;
    }

    /** Whether a type has a source; one that javac found on the source path by itself is taken in here. */
    boolean has(TypeElement type) {
        var known = byPackage.get(elements.getPackageOf(type).getQualifiedName().toString());
        return (known != null && known.containsKey(elements.getBinaryName(type).toString())) || add(type);
    }

    List<SourceText> in(String packageName) {
        var found = elements.getPackageElement(packageName);
        if (found != null) ElementFilter.typesIn(found.getEnclosedElements()).forEach(this::has);
        return new ArrayList<>(byPackage.getOrDefault(packageName, Map.of()).values());
    }

    @org.jspecify.annotations.Nullable
    SourceText fileOf(Element element) {
        var unit = unitOf(element);
        return unit == null ? null : files.get(unit.getSourceFile().toUri());
    }

    @org.jspecify.annotations.Nullable
    CompilationUnitTree unitOf(Element element) {
        var path = trees.getPath(element);
        return path == null ? null : path.getCompilationUnit();
    }
}
