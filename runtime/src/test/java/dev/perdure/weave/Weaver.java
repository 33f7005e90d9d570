package dev.perdure.weave;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;

/** Loads the project's classes a second time, those of the engine and of the store in memory with hooks. */
final class Weaver extends ClassLoader {
    private static final String OURS = "dev.perdure.";
    private final Map<String, Set<String>> finals = new HashMap<>();

    Weaver() {
        super(Weaver.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS) || name.startsWith(Weaver.class.getPackageName()))
            return super.loadClass(name, resolve);
        synchronized (getClassLoadingLock(name)) {
            var known = findLoadedClass(name);
            return known != null ? known : define(name);
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        var bytes = bytes(name.replace('.', '/'));
        if (bytes == null) throw new ClassNotFoundException(name);
        boolean engine = name.startsWith(OURS + "engine.");
        if (engine || name.startsWith(OURS + "store.")) bytes = woven(bytes, engine);
        return defineClass(name, bytes, 0, bytes.length);
    }

    private byte @org.jspecify.annotations.Nullable [] bytes(String name) {
        try (var in = getResourceAsStream(name + ".class")) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] woven(byte[] bytes, boolean fields) {
        var reader = new ClassReader(bytes);
        var writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(
                new WovenClass(writer, reader.getClassName(), fields ? this::changes : (owner, field) -> false), 0);
        return writer.toByteArray();
    }

    /** Whether this is a field of ours that can change. */
    private boolean changes(String owner, String field) {
        return owner.startsWith("dev/perdure/engine/") && !finals(owner).contains(field);
    }

    private synchronized Set<String> finals(String owner) {
        return finals.computeIfAbsent(owner, this::readFinals);
    }

    private Set<String> readFinals(String owner) {
        var found = new HashSet<String>();
        var bytes = bytes(owner);
        if (bytes == null) return found;
        new ClassReader(bytes)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            @SuppressWarnings("NullAway") // the fields themselves are not visited
                            public FieldVisitor visitField(
                                    int access, String name, String type, String signature, Object value) {
                                if ((access & Opcodes.ACC_FINAL) != 0) found.add(name);
                                return null;
                            }
                        },
                        ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        return found;
    }
}
