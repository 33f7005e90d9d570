package dev.perdure.local;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Stands between SQLite's library and the C library: where the dynamic linker has put the addresses of its calls there, ours are
 * put instead. Compiled by the tests on a JDK that can call native code from Java, 22 or newer; Linux with glibc.
 */
public final class PatchedCalls {
    private static final int RELA = 4;
    private static final int IO_ERROR = 5;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;

    private final FileCalls calls;
    private final Linker linker = Linker.nativeLinker();
    private final Arena arena = Arena.ofShared();
    private final MethodHandle write;
    private final MethodHandle sync;
    private final MethodHandle resize;
    private final MethodHandle delete;
    private final MethodHandle errno;

    public PatchedCalls(FileCalls calls) throws IOException, ReflectiveOperationException {
        this.calls = calls;
        var pointer = ValueLayout.ADDRESS;
        var writing = FunctionDescriptor.of(LONG, INT, pointer, LONG, LONG);
        var syncing = FunctionDescriptor.of(INT, INT);
        var resizing = FunctionDescriptor.of(INT, INT, LONG);
        var deleting = FunctionDescriptor.of(INT, pointer);
        write = call("pwrite64", writing);
        sync = call("fsync", syncing);
        resize = call("ftruncate64", resizing);
        delete = call("unlink", deleting);
        errno = call("__errno_location", FunctionDescriptor.of(pointer));
        var slots = slots(List.of("pwrite64", "fsync", "ftruncate64", "unlink"));
        var here = MethodHandles.lookup();
        var address = MemorySegment.class;
        var one = int.class;
        patch(slots.get("pwrite64"), here, "onWrite", writing, long.class, one, address, long.class, long.class);
        patch(slots.get("fsync"), here, "onSync", syncing, one, one);
        patch(slots.get("ftruncate64"), here, "onResize", resizing, one, one, long.class);
        patch(slots.get("unlink"), here, "onDelete", deleting, one, address);
    }

    private MethodHandle call(String name, FunctionDescriptor type) {
        return linker.downcallHandle(linker.defaultLookup().find(name).orElseThrow(), type);
    }

    private void patch(
            List<MemorySegment> slots,
            MethodHandles.Lookup here,
            String method,
            FunctionDescriptor type,
            Class<?> result,
            Class<?>... parameters)
            throws ReflectiveOperationException {
        var handle = here.bind(this, method, MethodType.methodType(result, parameters));
        var stub = linker.upcallStub(handle, type, arena);
        for (var slot : slots) slot.set(LONG, 0, stub.address());
    }

    private long onWrite(int file, MemorySegment bytes, long length, long offset) {
        try {
            var content = bytes.reinterpret(length).toArray(ValueLayout.JAVA_BYTE);
            var answer = calls.write(file, offset, content);
            if (answer == FileCalls.Answer.FULL) return torn(file, bytes, length, offset);
            if (answer == FileCalls.Answer.FAIL) return failed();
            long written = (long) write.invokeExact(file, bytes, length, offset);
            calls.done();
            return answer == FileCalls.Answer.FAIL_AFTERWARDS ? failed() : written;
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    /** A full disk takes the first half and then nothing more. */
    private long torn(int file, MemorySegment bytes, long length, long offset) throws Throwable {
        long half = length / 2;
        return half == 0 ? 0 : (long) write.invokeExact(file, bytes, half, offset);
    }

    private int onSync(int file) {
        try {
            var answer = calls.sync(file);
            if (answer == FileCalls.Answer.FAIL || answer == FileCalls.Answer.FULL) return failed();
            int result = (int) sync.invokeExact(file);
            calls.done();
            return answer == FileCalls.Answer.FAIL_AFTERWARDS ? failed() : result;
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    private int onResize(int file, long length) {
        try {
            var answer = calls.resize(file, length);
            if (answer == FileCalls.Answer.FAIL || answer == FileCalls.Answer.FULL) return failed();
            int result = (int) resize.invokeExact(file, length);
            calls.done();
            return answer == FileCalls.Answer.FAIL_AFTERWARDS ? failed() : result;
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    private int onDelete(MemorySegment path) {
        try {
            var answer = calls.delete(path.reinterpret(Long.MAX_VALUE).getString(0));
            if (answer == FileCalls.Answer.FAIL || answer == FileCalls.Answer.FULL) return failed();
            int result = (int) delete.invokeExact(path);
            calls.done();
            return answer == FileCalls.Answer.FAIL_AFTERWARDS ? failed() : result;
        } catch (Throwable e) {
            throw broken(e);
        }
    }

    private int failed() throws Throwable {
        ((MemorySegment) errno.invokeExact()).reinterpret(Integer.BYTES).set(INT, 0, IO_ERROR);
        return -1;
    }

    /** An exception must not leave towards native code. */
    private static Error broken(Throwable e) {
        e.printStackTrace();
        Runtime.getRuntime().halt(70);
        return new AssertionError(e);
    }

    /** Where the library keeps the addresses of these functions: what its relocations say. */
    private static Map<String, List<MemorySegment>> slots(List<String> names) throws IOException {
        var arch = System.getProperty("os.arch").equals("amd64") ? "x86_64" : "aarch64";
        ByteBuffer elf;
        try (var in = org.sqlite.JDBC.class.getResourceAsStream(
                "/org/sqlite/native/Linux/" + arch + "/libsqlitejdbc.so")) {
            elf = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
        }
        long base = base();
        var found = new LinkedHashMap<String, List<MemorySegment>>();
        for (var name : names) found.put(name, new ArrayList<>());
        int sections = (int) elf.getLong(40);
        int size = elf.getShort(58);
        for (int i = 0; i < elf.getShort(60); i++) {
            int section = sections + i * size;
            if (elf.getInt(section + 4) != RELA) continue;
            int symbols = sections + elf.getInt(section + 40) * size;
            int texts = sections + elf.getInt(symbols + 40) * size;
            long at = elf.getLong(section + 24);
            for (long end = at + elf.getLong(section + 32); at < end; at += 24) {
                int symbol = (int) (elf.getLong((int) at + 8) >>> 32);
                int name = (int) elf.getLong(symbols + 24) + symbol * 24;
                var slots = found.get(text(elf, (int) elf.getLong(texts + 24) + elf.getInt(name)));
                if (slots != null)
                    slots.add(MemorySegment.ofAddress(base + elf.getLong((int) at)).reinterpret(Long.BYTES));
            }
        }
        found.forEach((name, slots) -> {
            if (slots.isEmpty()) throw new AssertionError("SQLite's library does not call " + name);
        });
        return found;
    }

    private static String text(ByteBuffer elf, int at) {
        int end = at;
        while (elf.get(end) != 0) end++;
        return new String(elf.array(), at, end - at, StandardCharsets.US_ASCII);
    }

    private static long base() throws IOException {
        for (var line : Files.readAllLines(Path.of("/proc/self/maps")))
            if (line.contains("libsqlitejdbc")) return Long.parseUnsignedLong(line.substring(0, line.indexOf('-')), 16);
        throw new AssertionError("SQLite's library is not loaded");
    }
}
