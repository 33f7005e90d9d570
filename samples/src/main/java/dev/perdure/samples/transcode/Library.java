package dev.perdure.samples.transcode;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A folder of clips: what came from the studio, drafts, and what listeners can hear. */
public final class Library {
    private final Path studio;
    private final Path drafts;
    private final Path published;

    /** A library in this folder. */
    public Library(Path folder) throws IOException {
        studio = Files.createDirectories(folder.resolve("studio"));
        drafts = Files.createDirectories(folder.resolve("drafts"));
        published = Files.createDirectories(folder.resolve("published"));
    }

    /** Takes a clip from the studio, unless it is there already. */
    public void add(String clip, byte[] wave) throws IOException {
        if (!Files.exists(source(clip))) writeWhole(source(clip), wave);
    }

    /** The clip as it came from the studio. */
    public Path source(String clip) {
        return studio.resolve(clip + ".wav");
    }

    /** Keeps a rendition as a draft, if it arrived as it was sent; returns the draft's name. */
    public String store(String clip, byte[] content, Rendition expected) throws IOException {
        if (content.length != expected.bytes() || !Digests.sha256(content).equals(expected.sha256()))
            throw new IOException("the rendition of " + clip + " did not arrive whole");
        var draft = clip + ".ulaw.wav";
        writeWhole(drafts.resolve(draft), content);
        return draft;
    }

    /** Makes a draft heard, all at once. Doing it again changes nothing. */
    public Published publish(String draft) throws IOException {
        var target = published.resolve(draft);
        if (!Files.exists(target)) Files.move(drafts.resolve(draft), target, StandardCopyOption.ATOMIC_MOVE);
        return new Published(draft, Files.size(target));
    }

    /** The names of what listeners can hear, in order. */
    public List<String> published() throws IOException {
        try (var files = Files.list(published)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void writeWhole(Path file, byte[] content) throws IOException {
        var part = file.resolveSibling(file.getFileName() + ".part");
        try (var out = new FileOutputStream(part.toFile())) {
            out.write(content);
            out.getFD().sync();
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
