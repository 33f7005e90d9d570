package dev.perdure.tests.compile;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * What came of a compilation.
 *
 * @param diagnostics what the compiler said, in order
 * @param generated the sources that the processor made, by class name
 */
public record Compiled(
        List<Diagnostic<? extends JavaFileObject>> diagnostics,
        Map<String, byte[]> classes,
        Map<String, String> generated) {
    /** Whether there were no errors. */
    public boolean ok() {
        return errors().isEmpty();
    }

    /** The errors. */
    public List<Diagnostic<? extends JavaFileObject>> errors() {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .toList();
    }

    /** Everything that the compiler said, one line each and more. */
    public String messages() {
        return diagnostics.stream().map(Compiled::text).collect(Collectors.joining("\n"));
    }

    /** One diagnostic with its place. */
    public static String text(Diagnostic<? extends JavaFileObject> diagnostic) {
        return diagnostic.getKind() + " " + place(diagnostic.getSource()) + ":" + diagnostic.getLineNumber() + ": "
                + diagnostic.getMessage(Locale.ROOT);
    }

    private static String place(@Nullable JavaFileObject source) {
        return source == null ? "-" : source.getName();
    }

    /** A loader of the classes, over the one of the tests. */
    public ClassLoader loader() {
        return new ClassLoader(Compiled.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                var bytes = classes.get(name);
                if (bytes == null) throw new ClassNotFoundException(name);
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
    }
}
