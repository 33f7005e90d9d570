package dev.perdure.local;

import dev.perdure.store.Change;
import dev.perdure.store.Change.Frames;
import dev.perdure.store.Change.Next;
import dev.perdure.store.Lease;
import dev.perdure.store.Payload;
import dev.perdure.store.Result;
import dev.perdure.store.Store;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Short words for what the tests of the file do to runs. */
final class Runs {
    static final String METHOD = "shop.OrderFlow.place(shop.Order)";

    private Runs() {}

    static Lease join(Store store) {
        return store.join("a", Duration.ofSeconds(10)).join();
    }

    static Payload payload(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Payload(bytes, crc(bytes));
    }

    /** The text, or null if the checksum does not fit: what the engine would not use either. */
    static @Nullable String text(Payload payload) {
        return crc(payload.bytes()) == payload.crc() ? new String(payload.bytes(), StandardCharsets.UTF_8) : null;
    }

    private static int crc(byte[] bytes) {
        var crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    static Change start(String run, @Nullable Lease owner) {
        return new Change.Start(run, METHOD, "d", payload("start " + run), owner);
    }

    static Change step(String run, Lease owner, String frame) {
        return step(run, owner, frame, new Next.Move());
    }

    static Change step(String run, Lease owner, String frame, Next next) {
        return new Change.Step(run, owner, new Frames.Whole(payload(frame)), List.of(), next);
    }

    static Change part(String run, Lease owner, String part) {
        return new Change.Step(run, owner, new Frames.Part(payload(part)), List.of(), new Next.Move());
    }

    static void commit(Store store, Change... changes) {
        var results = store.commit(List.of(changes)).join();
        if (!results.stream().allMatch(Result::applied)) throw new AssertionError(results);
    }

    static List<String> frame(Store store, String run) {
        var frames = new ArrayList<String>();
        for (var image : store.load(List.of(run)).join())
            image.frame().forEach(payload -> frames.add(String.valueOf(text(payload))));
        return frames;
    }
}
