package dev.perdure.tests.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.tools.SimpleJavaFileObject;

/** A source file in memory. */
public final class Source extends SimpleJavaFileObject {
    private final String path;
    private final String text;

    private Source(String path, String text) {
        super(URI.create("mem:///" + path), Kind.SOURCE);
        this.path = path;
        this.text = text;
    }

    /** A source of this path below its root, such as {@code shop/OrderFlow.java}. */
    public static Source of(String path, String text) {
        return new Source(path, text);
    }

    /** A file's text. */
    public static Source of(Path root, Path file) {
        try {
            return of(root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The path below its root. */
    public String path() {
        return path;
    }

    /** What is in it. */
    public String text() {
        return text;
    }

    /** The name of the class that it is named for. */
    public String className() {
        return path.substring(0, path.length() - ".java".length()).replace('/', '.');
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }
}
