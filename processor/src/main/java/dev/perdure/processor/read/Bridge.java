package dev.perdure.processor.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/**
 * Shows the outer compilation to the second compiler: sources of the types that are being compiled, classes of those on its
 * class path, package by package as they are asked for. Platform classes come from a standard file manager.
 */
final class Bridge extends ForwardingJavaFileManager<JavaFileManager> {
    private final Elements elements;
    private final Filer filer;
    private final Sources sources;
    private final Map<String, List<JavaFileObject>> classes;

    /**
     * A bridge for one task.
     *
     * @param classes what was listed in rounds before
     */
    Bridge(
            JavaFileManager platform,
            Elements elements,
            Filer filer,
            Sources sources,
            Map<String, List<JavaFileObject>> classes) {
        super(platform);
        this.elements = elements;
        this.filer = filer;
        this.sources = sources;
        this.classes = classes;
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) throws IOException {
        if (location == StandardLocation.CLASS_PATH) return bridged(packageName, kinds);
        if (location.isOutputLocation() || location == StandardLocation.SOURCE_PATH) return List.of();
        return super.list(location, packageName, kinds, recurse);
    }

    private List<JavaFileObject> bridged(String packageName, Set<JavaFileObject.Kind> kinds) {
        var files = new ArrayList<JavaFileObject>();
        if (kinds.contains(JavaFileObject.Kind.SOURCE)) files.addAll(sources.in(packageName));
        if (kinds.contains(JavaFileObject.Kind.CLASS))
            files.addAll(classes.computeIfAbsent(packageName, this::classesIn));
        return files;
    }

    private List<JavaFileObject> classesIn(String packageName) {
        var files = new ArrayList<JavaFileObject>();
        for (var found : elements.getAllPackageElements(packageName)) {
            var module = elements.getModuleOf(found);
            if (module != null && isPlatform(module.getQualifiedName().toString())) continue;
            for (var type : ElementFilter.typesIn(found.getEnclosedElements()))
                if (!sources.has(type)) addAll(files, type);
        }
        return files;
    }

    private void addAll(List<JavaFileObject> files, TypeElement type) {
        files.add(new SourceText.ClassBytes(filer, elements.getBinaryName(type).toString()));
        for (Element nested : ElementFilter.typesIn(type.getEnclosedElements())) addAll(files, (TypeElement) nested);
    }

    private static boolean isPlatform(String module) {
        return module.startsWith("java.") || module.startsWith("jdk.");
    }

    @Override
    public boolean hasLocation(Location location) {
        if (location == StandardLocation.CLASS_PATH) return true;
        return location != StandardLocation.SOURCE_PATH && super.hasLocation(location);
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        if (file instanceof SourceText source) return source.binaryName();
        if (file instanceof SourceText.ClassBytes bytes) return bytes.binaryName();
        return super.inferBinaryName(location, file);
    }

    @Override
    public boolean isSameFile(FileObject a, FileObject b) {
        if (ours(a) || ours(b)) return a.toUri().equals(b.toUri());
        return super.isSameFile(a, b);
    }

    @Override
    public boolean contains(Location location, FileObject file) throws IOException {
        return ours(file) ? location == StandardLocation.CLASS_PATH : super.contains(location, file);
    }

    private static boolean ours(FileObject file) {
        return file instanceof SourceText || file instanceof SourceText.ClassBytes;
    }

    static Map<String, List<JavaFileObject>> noClasses() {
        return new HashMap<>();
    }
}
