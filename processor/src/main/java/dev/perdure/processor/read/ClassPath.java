package dev.perdure.processor.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * What the outer compilation has on its class path, found out class by class: the place of one class is a folder or jar that
 * the second compiler can read by itself. Asking the outer compiler for all classes of a package would make it read them
 * all, which takes time and can make it warn of things that are none of the user's business.
 */
final class ClassPath {
    private final Elements elements;
    private final Filer filer;
    private final Sources sources;
    private final Set<Path> roots = new LinkedHashSet<>();
    private final Set<String> imported = new LinkedHashSet<>();
    private final Map<String, List<JavaFileObject>> listed = new HashMap<>();
    private volatile boolean thorough;

    ClassPath(Elements elements, Filer filer, Sources sources) {
        this.elements = elements;
        this.filer = filer;
        this.sources = sources;
    }

    /** From now on every package is listed by the outer compiler: the known places were not all. */
    void lookThoroughly() {
        thorough = true;
    }

    boolean thorough() {
        return thorough;
    }

    /** Takes in the places of imported classes. */
    void learn(Iterable<String> imports) {
        synchronized (sources) {
            for (var name : imports) {
                var type = imported.add(name) ? elements.getTypeElement(name) : null;
                if (type != null && !isPlatform(type)) learn(type);
            }
        }
    }

    private void learn(TypeElement type) {
        var binaryName = elements.getBinaryName(type).toString();
        int dot = binaryName.lastIndexOf('.');
        try {
            var file = filer.getResource(
                    StandardLocation.CLASS_PATH,
                    dot < 0 ? "" : binaryName.substring(0, dot),
                    binaryName.substring(dot + 1) + ".class");
            var root = root(file.toUri().toString(), binaryName.replace('.', '/') + ".class");
            if (root != null) roots.add(root);
        } catch (IOException | IllegalArgumentException e) {
            // It is a source, or in a module: then its package is listed by the outer compiler.
        }
    }

    private static @Nullable Path root(String uri, String path) {
        if (!uri.endsWith("/" + path)) return null;
        var place = uri.substring(0, uri.length() - path.length() - 1);
        if (place.startsWith("jar:file:") && place.endsWith("!"))
            return Path.of(java.net.URI.create(place.substring("jar:".length(), place.length() - 1)));
        return place.startsWith("file:") ? Path.of(java.net.URI.create(place)) : null;
    }

    /** The places found so far. */
    List<Path> roots() {
        synchronized (sources) {
            return List.copyOf(roots);
        }
    }

    /** The classes of a package as the outer compiler lists them; for each of its places one is learnt. */
    List<JavaFileObject> listed(String packageName) {
        synchronized (sources) {
            return listed.computeIfAbsent(packageName, this::list);
        }
    }

    private List<JavaFileObject> list(String packageName) {
        var files = new ArrayList<JavaFileObject>();
        for (var found : elements.getAllPackageElements(packageName)) {
            var module = elements.getModuleOf(found);
            if (module != null && isPlatform(module.getQualifiedName().toString())) continue;
            boolean named = module != null && !module.isUnnamed();
            for (var type : ElementFilter.typesIn(found.getEnclosedElements())) {
                if (sources.has(type)) continue;
                if (named && !SourceText.ClassBytes.isOurs(elements.getBinaryName(type))) files.add(stub(type));
                else addAll(files, type);
            }
        }
        return files;
    }

    private JavaFileObject stub(TypeElement type) {
        var packageName = elements.getPackageOf(type).getQualifiedName().toString();
        return new StubFile(
                elements.getBinaryName(type).toString(), new LateText(sources, () -> Stub.of(type, packageName)));
    }

    private void addAll(List<JavaFileObject> files, TypeElement type) {
        files.add(new SourceText.ClassBytes(
                sources, filer, elements.getBinaryName(type).toString()));
        for (var nested : ElementFilter.typesIn(type.getEnclosedElements())) addAll(files, nested);
    }

    private boolean isPlatform(TypeElement type) {
        var module = elements.getModuleOf(type);
        return module != null && isPlatform(module.getQualifiedName().toString());
    }

    private static boolean isPlatform(String module) {
        return module.startsWith("java.") || module.startsWith("jdk.");
    }
}
