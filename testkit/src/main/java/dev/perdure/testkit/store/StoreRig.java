package dev.perdure.testkit.store;

import dev.perdure.store.Change;
import dev.perdure.store.Change.Frames;
import dev.perdure.store.Change.Next;
import dev.perdure.store.Claim;
import dev.perdure.store.Lease;
import dev.perdure.store.Payload;
import dev.perdure.store.Result;
import dev.perdure.store.RunImage;
import dev.perdure.store.Store;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What the contract's tests stand on: a store, its clock, and short words for what is done to it. */
public abstract class StoreRig {
    protected static final String METHOD = "shop.OrderFlow.place(shop.Order)";
    protected static final String OTHER_METHOD = "shop.OrderFlow.cancel(shop.Order)";
    protected static final Duration LEASE = Duration.ofSeconds(10);
    protected static final Next MOVE = new Next.Move();
    protected static final Frames SAME = new Frames.Same();

    protected final AdjustableClock clock = new AdjustableClock(Instant.parse("2026-01-01T00:00:00Z"));
    protected Store store;
    protected Lease lease;

    /** A new, empty store on this clock. */
    protected abstract Store open(AdjustableClock on) throws Exception;

    /**
     * The same store as another process would find it if this one had died just now. What ran on the old one is over; its
     * leases may be current until they expire.
     */
    protected abstract Store reopen(Store old) throws Exception;

    /** Whether leases expire by the clock. */
    protected boolean leasesExpire() {
        return true;
    }

    @BeforeEach
    void openStore() throws Exception {
        store = open(clock);
        lease = join("a");
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    /** Dies, comes back, and joins under the same node name. */
    protected void restart() throws Exception {
        store = reopen(store);
        lease = join("a");
    }

    protected Lease join(String node) {
        return store.join(node, LEASE).join();
    }

    protected static Payload payload(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var crc = new CRC32();
        crc.update(bytes);
        return new Payload(bytes, (int) crc.getValue());
    }

    protected static String text(Payload payload) {
        var text = new String(payload.bytes(), StandardCharsets.UTF_8);
        if (!payload(text).equals(payload))
            throw new AssertionError("bytes and checksum do not belong together: " + text);
        return text;
    }

    protected static Frames whole(String text) {
        return new Frames.Whole(payload(text));
    }

    protected static Frames part(String text) {
        return new Frames.Part(payload(text));
    }

    protected static Next park(@Nullable Instant dueAt, @Nullable String signal) {
        return new Next.Park(dueAt, signal);
    }

    protected static Next end(String outcome) {
        return new Next.End(false, payload(outcome));
    }

    protected static Change start(String run) {
        return new Change.Start(run, METHOD, "d1", payload("start " + run), null);
    }

    protected static Change start(String run, Lease owner) {
        return new Change.Start(run, METHOD, "d1", payload("start " + run), owner);
    }

    protected static Change step(String run, Lease owner, Frames frame, Next next, Long... consumed) {
        return new Change.Step(run, owner, frame, Arrays.asList(consumed), next);
    }

    protected static Change signal(String run, String name, String value, @Nullable String dedup) {
        return new Change.Deliver(run, name, payload(value), dedup);
    }

    protected List<Result.Status> commit(Change... changes) {
        return store.commit(List.of(changes)).join().stream()
                .map(Result::status)
                .toList();
    }

    protected Result commitOne(Change change) {
        return store.commit(List.of(change)).join().get(0);
    }

    protected RunImage image(String run) {
        var images = store.load(List.of(run)).join();
        if (images.size() != 1) throw new AssertionError(images.size() + " images of " + run);
        return images.get(0);
    }

    protected List<String> frame(String run) {
        return image(run).frame().stream().map(StoreRig::text).toList();
    }

    protected List<String> claim(Lease by) {
        return claim(by, 100);
    }

    protected List<String> claim(Lease by, int max) {
        return images(by, max).stream().map(RunImage::id).toList();
    }

    protected List<RunImage> images(Lease by, int max) {
        return store.claim(by, new Claim(Set.of(METHOD), max)).join();
    }
}
