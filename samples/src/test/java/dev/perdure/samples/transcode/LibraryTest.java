package dev.perdure.samples.transcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LibraryTest {
    @TempDir
    Path folder;

    @Test
    void publishing_twice_is_publishing_once() throws Exception {
        var library = new Library(folder);
        byte[] content = {1, 2, 3};
        var draft = library.store("clip", content, new Rendition(3, Digests.sha256(content)));

        assertThat(library.publish(draft)).isEqualTo(library.publish(draft));
        assertThat(library.published()).containsExactly("clip.ulaw.wav");
    }

    @Test
    void a_rendition_that_did_not_arrive_whole_is_no_draft() throws Exception {
        var library = new Library(folder);
        byte[] content = {1, 2, 3};
        var expected = new Rendition(4, Digests.sha256(content));

        assertThatThrownBy(() -> library.store("clip", content, expected)).hasMessageContaining("did not arrive whole");
    }
}
