package dev.perdure.processor.read;

import java.io.IOException;
import java.net.URI;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** A source file as the second compiler sees it: the same positions, the bodies that do not matter left blank. */
final class SourceText extends SimpleJavaFileObject implements Bridge.Named {
    private final String name;
    private final LateText text;
    private final String binaryName;

    SourceText(JavaFileObject original, String binaryName, LateText text) {
        super(original.toUri(), Kind.SOURCE);
        this.name = original.getName();
        this.binaryName = binaryName;
        this.text = text;
    }

    /** The file under another of its types' names. */
    SourceText as(String otherBinaryName) {
        return new SourceText(this, otherBinaryName, text);
    }

    @Override
    public String binaryName() {
        return binaryName;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text.get();
    }

    /** A class may stand in a file of any name; what describes a package or module may not. */
    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
        return kind == Kind.SOURCE && (!simpleName.endsWith("-info") || name.endsWith(simpleName + kind.extension));
    }

    static String read(JavaFileObject file) {
        try {
            return file.getCharContent(true).toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("cannot read " + file.getName(), e);
        }
    }

    /** A class file, its bytes fetched through the outer compiler, under its lock, when they are asked for. */
    static final class ClassBytes extends SimpleJavaFileObject implements Bridge.Named {
        private final Object lock;
        private final javax.annotation.processing.Filer filer;
        private final String binaryName;

        ClassBytes(Object lock, javax.annotation.processing.Filer filer, String binaryName) {
            super(URI.create("perdure:///" + binaryName.replace('.', '/') + ".class"), Kind.CLASS);
            this.lock = lock;
            this.filer = filer;
            this.binaryName = binaryName;
        }

        @Override
        public String binaryName() {
            return binaryName;
        }

        @Override
        public java.io.InputStream openInputStream() throws IOException {
            int dot = binaryName.lastIndexOf('.');
            var packageName = dot < 0 ? "" : binaryName.substring(0, dot);
            var file = binaryName.substring(dot + 1) + ".class";
            var own = own(binaryName);
            if (own != null) return own;
            synchronized (lock) {
                try {
                    return filer.getResource(StandardLocation.CLASS_PATH, packageName, file)
                            .openInputStream();
                } catch (IOException e) {
                    return filer.getResource(StandardLocation.CLASS_OUTPUT, packageName, file)
                            .openInputStream();
                }
            }
        }

        /** Whether it is one of the words, which come along with the processor. */
        static boolean isOurs(CharSequence binaryName) {
            return url(binaryName) != null;
        }

        private static java.io.@Nullable InputStream own(String binaryName) throws IOException {
            var url = url(binaryName);
            return url == null ? null : url.openStream();
        }

        private static java.net.@Nullable URL url(CharSequence binaryName) {
            var name = binaryName.toString();
            return name.startsWith("dev.perdure.")
                    ? SourceText.class.getResource("/" + name.replace('.', '/') + ".class")
                    : null;
        }
    }
}
