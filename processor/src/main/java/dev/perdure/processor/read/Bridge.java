package dev.perdure.processor.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * Shows the outer compilation to the second compiler: sources of the types that are being compiled, classes of those on its
 * class path, package by package as they are asked for. Platform classes come from a standard file manager.
 */
final class Bridge extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final ClassPath classPath;
    private final Sources sources;
    private final boolean thorough;

    /** A file of ours, which holds one class. */
    interface Named {
        String binaryName();
    }

    /**
     * A bridge for one task.
     *
     * @param thorough whether every package is listed by the outer compiler
     */
    Bridge(StandardJavaFileManager files, ClassPath classPath, Sources sources, boolean thorough) throws IOException {
        super(files);
        this.classPath = classPath;
        this.sources = sources;
        this.thorough = thorough;
        files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath.roots());
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) throws IOException {
        if (location == StandardLocation.CLASS_PATH) return bridged(packageName, kinds, recurse);
        if (location.isOutputLocation() || location == StandardLocation.SOURCE_PATH) return List.of();
        return super.list(location, packageName, kinds, recurse);
    }

    private List<JavaFileObject> bridged(String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
            throws IOException {
        var files = new ArrayList<JavaFileObject>();
        if (kinds.contains(JavaFileObject.Kind.SOURCE)) files.addAll(sources.in(packageName, thorough));
        if (kinds.contains(JavaFileObject.Kind.CLASS)) files.addAll(classes(packageName, recurse, files.isEmpty()));
        return files;
    }

    /** Where we do not know of the package at all, the outer compiler may. */
    private List<JavaFileObject> classes(String packageName, boolean recurse, boolean alone) throws IOException {
        if (thorough) return classPath.listed(packageName);
        var files = new ArrayList<JavaFileObject>();
        for (var file :
                super.list(StandardLocation.CLASS_PATH, packageName, Set.of(JavaFileObject.Kind.CLASS), recurse)) {
            var name = super.inferBinaryName(StandardLocation.CLASS_PATH, file);
            if (!sources.hasNamed(packageName, name)) files.add(file);
        }
        return files.isEmpty() && alone ? classPath.listed(packageName) : files;
    }

    @Override
    public boolean hasLocation(Location location) {
        if (location == StandardLocation.CLASS_PATH) return true;
        return location != StandardLocation.SOURCE_PATH && super.hasLocation(location);
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        if (file instanceof Named named) return named.binaryName();
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
        return file instanceof Named;
    }
}
