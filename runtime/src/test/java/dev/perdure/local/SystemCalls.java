package dev.perdure.local;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What stands between SQLite and the system while it is open; on Linux, and a JDK that can call native code from Java. */
final class SystemCalls {
    private static final int FIRST_JDK = 22;
    private static final String NAME = "dev.perdure.local.PatchedCalls";
    private static final Hub HUB = new Hub();
    private static boolean patched;

    private SystemCalls() {}

    /** Whether this machine and JDK allow it. */
    static boolean available() {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        boolean known = Set.of("amd64", "aarch64").contains(System.getProperty("os.arch", ""));
        boolean musl =
                Files.exists(Path.of("/lib/ld-musl-x86_64.so.1")) || Files.exists(Path.of("/lib/ld-musl-aarch64.so.1"));
        return Runtime.version().feature() >= FIRST_JDK && system.equals("linux") && known && !musl;
    }

    /** Lets somebody, and nobody else, hear of all calls of all stores of this process, until it is closed. */
    static AutoCloseable heardBy(FileCalls listener) throws Exception {
        patch();
        HUB.listener = listener;
        return () -> HUB.listener = null;
    }

    /** A new folder, in memory if there is such a place: what is tried here is what was said to the system, not its disk. */
    static Path memory() {
        var memory = Path.of("/dev/shm");
        try {
            return Files.isWritable(memory)
                    ? Files.createTempDirectory(memory, "perdure").toRealPath()
                    : Files.createTempDirectory("perdure").toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes a folder with all in it. */
    static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    private static synchronized void patch() throws Exception {
        if (patched) return;
        NativeLibrary.begin();
        NativeLibrary.await();
        compiled().getConstructor(FileCalls.class).newInstance(HUB);
        patched = true;
    }

    private static Class<?> compiled() throws IOException {
        var folder = Files.createTempDirectory("perdure-calls");
        try {
            compile(folder);
            return new Loader().define(Files.readAllBytes(folder.resolve(NAME.replace('.', '/') + ".class")));
        } finally {
            delete(folder);
        }
    }

    private static void compile(Path folder) throws IOException {
        String text;
        try (var in = Objects.requireNonNull(SystemCalls.class.getResourceAsStream("PatchedCalls.java"))) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        var source =
                new SimpleJavaFileObject(
                        URI.create("string:///dev/perdure/local/PatchedCalls.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return text;
                    }
                };
        var surefire = System.getProperty("surefire.test.class.path");
        var path = surefire != null ? surefire : System.getProperty("java.class.path", "");
        var said = new StringWriter();
        var options = List.of("-proc:none", "-nowarn", "-d", folder.toString(), "-cp", path);
        var compiler = ToolProvider.getSystemJavaCompiler();
        if (!compiler.getTask(said, null, null, options, null, List.of(source)).call())
            throw new AssertionError("PatchedCalls does not compile:\n" + said);
    }

    /** Of one class. */
    private static final class Loader extends ClassLoader {
        Loader() {
            super(SystemCalls.class.getClassLoader());
        }

        Class<?> define(byte[] bytes) {
            return defineClass(NAME, bytes, 0, bytes.length);
        }
    }

    /** Passes on what is heard. */
    private static final class Hub implements FileCalls {
        volatile @Nullable FileCalls listener;

        @Override
        public Answer write(int file, long offset, byte[] bytes) {
            var now = listener;
            return now == null ? Answer.GO_ON : now.write(file, offset, bytes);
        }

        @Override
        public Answer sync(int file) {
            var now = listener;
            return now == null ? Answer.GO_ON : now.sync(file);
        }

        @Override
        public Answer resize(int file, long length) {
            var now = listener;
            return now == null ? Answer.GO_ON : now.resize(file, length);
        }

        @Override
        public Answer delete(String path) {
            var now = listener;
            return now == null ? Answer.GO_ON : now.delete(path);
        }

        @Override
        public void done() {
            var now = listener;
            if (now != null) now.done();
        }
    }
}
