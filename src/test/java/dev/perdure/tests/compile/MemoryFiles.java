package dev.perdure.tests.compile;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import org.jspecify.annotations.Nullable;

/** Keeps what the compiler writes. */
final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {
    final Map<String, byte[]> classes = new TreeMap<>();
    final Map<String, String> generated = new TreeMap<>();

    MemoryFiles(JavaFileManager files) {
        super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String name, JavaFileObject.Kind kind, @Nullable FileObject sibling) {
        return new Written(name, kind);
    }

    @Override
    public FileObject getFileForOutput(Location location, String pkg, String name, @Nullable FileObject sibling) {
        return new Written(pkg.isEmpty() ? name : pkg + "." + name, JavaFileObject.Kind.OTHER);
    }

    private final class Written extends SimpleJavaFileObject {
        private final String name;

        Written(String name, Kind kind) {
            super(URI.create("mem:///" + name.replace('.', '/') + kind.extension), kind);
            this.name = name;
        }

        @Override
        public OutputStream openOutputStream() {
            var bytes = new ByteArrayOutputStream();
            return new FilterOutputStream(bytes) {
                @Override
                public void write(byte[] from, int offset, int length) throws IOException {
                    out.write(from, offset, length);
                }

                @Override
                public void close() {
                    if (kind == Kind.CLASS) classes.put(name, bytes.toByteArray());
                    if (kind == Kind.SOURCE) generated.put(name, bytes.toString(StandardCharsets.UTF_8));
                }
            };
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return generated.getOrDefault(name, "");
        }
    }
}
