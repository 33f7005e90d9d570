package dev.perdure.processor.emit;

import dev.perdure.processor.model.MethodModel;
import java.io.IOException;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.tools.StandardLocation;

/** Writes generated files; each stems from one class of the user's. */
public final class Output {
    private final Filer filer;

    /** Output through a filer. */
    public Output(Filer filer) {
        this.filer = filer;
    }

    /** Writes a machine and what a native image has to know of it. */
    public void write(MethodModel method, String source, Element origin) throws IOException {
        var packageName = method.host().packageName();
        var name = packageName.isEmpty() ? method.machine() : packageName + "." + method.machine();
        try (var out = filer.createSourceFile(name, origin).openWriter()) {
            out.write(source);
        }
        var path = "META-INF/native-image/dev.perdure/" + name + "/reachability-metadata.json";
        try (var out = filer.createResource(StandardLocation.CLASS_OUTPUT, "", path, origin)
                .openWriter()) {
            out.write("""
                    {"reflection": [{"type": "%s", "fields": [{"name": "LAYOUT"}]}, {"type": "%s", "allDeclaredMethods": true}]}
                    """.formatted(name, method.host().erased()));
        }
    }
}
