package dev.perdure.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder of lock files, by the options of the processor. */
class LockTest {
    private static final Path CASE = Path.of("src/test/goldens/flow-locked");
    private static final String FILE = "shop.Flow.place_List.json";

    @TempDir
    Path folder;

    private Path lock() {
        return folder.resolve("lock");
    }

    private String compile(String... options) {
        return compile(CASE.resolve("input"), options);
    }

    private String compile(Path sources, String... options) {
        var all = new ArrayList<>(List.of("-Werror"));
        all.addAll(List.of(options));
        return Compilation.of(sources, folder.resolve("out"), new DurableProcessor(), all.toArray(String[]::new))
                .findings();
    }

    private String compileWith(String mode) {
        return compile("-Aperdure.lock=" + lock(), "-Aperdure.lock.mode=" + mode);
    }

    @Test
    void an_update_writes_the_same_bytes_everywhere_and_nothing_the_second_time() throws IOException {
        assertThat(compileWith("update")).isEmpty();
        var file = lock().resolve(FILE);
        var golden = CASE.resolve("lock").resolve(FILE);
        if (Boolean.getBoolean("perdure.accept"))
            for (var use : List.of("flow-locked", "finding-layout-changed", "finding-layout-not-locked"))
                Files.writeString(CASE.resolveSibling(use).resolve("lock").resolve(FILE), Files.readString(file));
        assertThat(file).hasSameBinaryContentAs(golden);
        assertThat(Compilation.in(lock(), ".json")).containsExactly(file);
        var key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        assertThat(compileWith("update")).isEmpty();
        assertThat(Files.readAttributes(file, BasicFileAttributes.class).fileKey())
                .as("replaced only where it differs")
                .isEqualTo(key);
    }

    @Test
    void a_layout_that_fits_is_put_before_the_others() throws IOException {
        Files.createDirectories(lock());
        Files.copy(CASE.resolve("lock").resolve(FILE), lock().resolve(FILE));
        var more = Path.of("src/test/goldens/finding-layout-not-locked/input");
        assertThat(compile(more, "-Aperdure.lock=" + lock())).isEmpty();
        assertThat(lock().resolve(FILE))
                .hasSameBinaryContentAs(CASE.resolve("lock").resolve(FILE));
        assertThat(compile(more, "-Aperdure.lock=" + lock(), "-Aperdure.lock.mode=update"))
                .isEmpty();
        assertThat(Files.readString(lock().resolve(FILE)).lines().filter(line -> line.contains("\"id\"")))
                .hasSize(2)
                .last()
                .asString()
                .contains("60402f82");
        assertThat(compile(more, "-Aperdure.lock=" + lock(), "-Aperdure.lock.mode=check"))
                .isEmpty();
    }

    @Test
    void code_that_does_not_fit_is_not_locked() throws IOException {
        Files.createDirectories(lock());
        Files.copy(CASE.resolve("lock").resolve(FILE), lock().resolve(FILE));
        var changed = Path.of("src/test/goldens/finding-layout-changed/input");
        assertThat(compile(changed, "-Aperdure.lock=" + lock(), "-Aperdure.lock.mode=update"))
                .contains("perdure/layout-changed");
        assertThat(lock().resolve(FILE))
                .hasSameBinaryContentAs(CASE.resolve("lock").resolve(FILE));
    }

    @Test
    void a_release_needs_every_method_locked() throws IOException {
        Files.createDirectories(lock());
        assertThat(compileWith("compare")).isEmpty();
        assertThat(compileWith("check")).contains("perdure/layout-not-locked", FILE, "perdure.lock.mode=update");
    }

    @Test
    void options_that_make_no_sense_are_said_once() {
        assertThat(compileWith("compare").lines())
                .singleElement()
                .asString()
                .contains("perdure/lock-unusable", lock().toString(), "no folder", "perdure.lock.mode=update");
        assertThat(compileWith("write")).contains("perdure/lock-unusable", "\"write\"", "compare, check or update");
        assertThat(compile("-Aperdure.lock.mode=check")).contains("perdure/lock-unusable", "-Aperdure.lock=");
        assertThat(compile("-Aperdure.lock=\0")).contains("perdure/lock-unusable", "no path");
    }

    @Test
    void a_file_that_cannot_be_read_or_written_is_named() throws IOException {
        Files.writeString(lock(), "a file where the folder should be");
        assertThat(compileWith("update"))
                .contains("perdure/lock-unusable", lock().resolve(FILE).toString());
        Files.delete(lock());
        Files.createDirectories(lock().resolve(FILE));
        assertThat(compileWith("compare"))
                .contains("perdure/lock-unusable", lock().resolve(FILE).toString(), "cannot be read");
        Files.delete(lock().resolve(FILE));
        Files.write(lock().resolve(FILE), new byte[] {(byte) 0xff, (byte) 0xfe});
        assertThat(compileWith("compare")).contains("perdure/lock-unusable", "not UTF-8");
    }

    @Test
    void a_file_of_another_method_is_refused() throws IOException {
        Files.createDirectories(lock());
        var text = Files.readString(CASE.resolve("lock").resolve(FILE));
        Files.writeString(
                lock().resolve(FILE), text.replace("shop.Flow.place(java.util.List)", "shop.Flow.place(my.own.List)"));
        assertThat(compileWith("compare")).contains("perdure/lock-unusable");
    }
}
