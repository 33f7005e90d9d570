package dev.perdure.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BookTest {
    @TempDir
    Path folder;

    @Test
    void lines_are_there_again_after_reopening() throws Exception {
        var path = folder.resolve("deep/down/book");
        try (var book = Book.open(path)) {
            book.add("a", "1");
        }
        try (var book = Book.open(path)) {
            book.add("b", "2");
        }

        assertThat(Book.read(path)).containsExactly(List.of("a", "1"), List.of("b", "2"));
    }

    @Test
    void a_torn_last_line_is_taken_out_and_nothing_else() throws Exception {
        var path = Files.writeString(folder.resolve("book"), "a 1\nb");

        assertThat(Book.read(path)).containsExactly(List.of("a", "1"));
        try (var book = Book.open(path)) {
            book.add("c", "3");
        }
        assertThat(Files.readString(path)).isEqualTo("a 1\nc 3\n");
    }
}
