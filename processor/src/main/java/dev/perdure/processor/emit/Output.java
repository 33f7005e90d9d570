package dev.perdure.processor.emit;

import dev.perdure.processor.model.MethodModel;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** Writes generated files; each stems from one class of the user's. */
public final class Output {
    private final Filer filer;
    private final Map<String, Written> written = new LinkedHashMap<>();

    /** Output through a filer. */
    public Output(Filer filer) {
        this.filer = filer;
    }

    private record Written(Path classes, ClassLines lines) {}

    /** Writes a machine and what a native image has to know of it. */
    public void write(MethodModel method, String source, Element origin) throws IOException {
        var packageName = method.host().packageName();
        var name = packageName.isEmpty() ? method.machine() : packageName + "." + method.machine();
        try (var out = filer.createSourceFile(name, origin).openWriter()) {
            out.write(source);
        }
        var path = "META-INF/native-image/dev.perdure/" + name + "/reachability-metadata.json";
        var resource = filer.createResource(StandardLocation.CLASS_OUTPUT, "", path, origin);
        try (var out = resource.openWriter()) {
            out.write(metadata(method, name));
        }
        var classes = root(resource.toUri(), path);
        if (classes == null) return;
        var lines = new ClassLines(
                method.machine() + ".java",
                method.host().file(),
                Marks.table(source),
                method.line(method.nameSpan().start()));
        written.put(name, new Written(classes, lines));
    }

    private static String metadata(MethodModel method, String name) {
        return """
                {"reflection": [{"type": "%s", "fields": [{"name": "LAYOUT"}]}, {"type": "%s", "allDeclaredMethods": true}]}
                """.formatted(name, method.host().erased());
    }

    /** The folder that classes are written to; null if they do not become files. */
    private static @Nullable Path root(URI resource, String path) {
        var text = resource.toString();
        if (!"file".equals(resource.getScheme()) || !text.endsWith(path)) return null;
        return Path.of(URI.create(text.substring(0, text.length() - path.length())));
    }

    /** Makes a class that was compiled from one of our files name the user's file and lines. */
    public void compiled(String binaryName) throws IOException {
        int nested = binaryName.indexOf("_Machine$");
        var machine = written.get(nested < 0 ? binaryName : binaryName.substring(0, nested + "_Machine".length()));
        if (machine == null) return;
        var file = machine.classes().resolve(binaryName.replace('.', '/') + ".class");
        if (Files.isRegularFile(file)) Files.write(file, machine.lines().edited(Files.readAllBytes(file)));
    }
}
