package dev.perdure.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.StoreUnavailable;
import dev.perdure.store.Change;
import dev.perdure.store.Change.Frames;
import dev.perdure.store.Change.Next;
import dev.perdure.store.Claim;
import dev.perdure.store.Lease;
import dev.perdure.store.Payload;
import dev.perdure.store.Query;
import dev.perdure.store.RunImage;
import dev.perdure.store.RunImage.Status;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The connection breaks at the first request, at the second, and so on, before it is carried out or before it is answered. */
class LostAnswerTest {
    private static final String METHOD = "shop.OrderFlow.place(shop.Order)";
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final int PARTS = 3;

    private CuttingProxy proxy;
    private PostgresStore store;
    private Lease lease;

    @BeforeEach
    void open() throws Exception {
        proxy = new CuttingProxy(Server.port());
        store = PostgresStore.at(Server.url(proxy.port()))
                .schema(Server.schema())
                .pollEvery(LONG)
                .open();
        lease = store.join("a", LONG).join();
    }

    @AfterEach
    void close() throws Exception {
        store.close();
        proxy.close();
    }

    private static Payload payload(String text) {
        return new Payload(text.getBytes(StandardCharsets.UTF_8), 0);
    }

    private static String text(Payload payload) {
        return new String(payload.bytes(), StandardCharsets.UTF_8);
    }

    private static Change start(String run, @Nullable Lease owner) {
        return new Change.Start(run, METHOD, "d", payload("start"), owner);
    }

    private Change.Step part(String run, int n, List<Change.Deliver> sends) {
        var frame = new Frames.Part(payload("p" + n));
        return new Change.Step(run, lease, frame, List.of(), new Next.Move(), List.of(), sends);
    }

    /** Writes as the engine does: what is not acknowledged is looked for, and written again only if it is not there. */
    private void write(Change change, String last) {
        while (true) {
            try {
                store.commit(List.of(change)).join();
            } catch (CompletionException e) {
                assertThat(e).hasCauseInstanceOf(StoreUnavailable.class);
            }
            var images = load(change.run());
            if (!images.isEmpty() && last.equals(last(images.get(0)))) return;
        }
    }

    private static String last(RunImage image) {
        return text(image.frame().get(image.frame().size() - 1));
    }

    private List<RunImage> load(String run) {
        while (true) {
            try {
                return store.load(List.of(run)).join();
            } catch (CompletionException e) {
                assertThat(e).hasCauseInstanceOf(StoreUnavailable.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void G2_G3_every_step_is_written_once_wherever_the_connection_breaks(boolean answer) {
        write(start("other", lease), "start");
        int cuts = 0;
        for (int request = 1; ; request++) {
            var run = "r" + request;
            write(start(run, lease), "start");
            proxy.arm("commit", request, answer);
            for (int n = 0; n < PARTS; n++) {
                write(part(run, n, List.of()), "p" + n);
                write(
                        part(run, PARTS + n, List.of(new Change.Deliver("other", "s", payload("x"), run + ":" + n))),
                        "p" + (PARTS + n));
            }
            boolean fired = proxy.disarm();
            assertThat(load(run).get(0).frame().stream().map(LostAnswerTest::text))
                    .as("cut at request %s", request)
                    .containsExactly("start", "p0", "p3", "p1", "p4", "p2", "p5");
            if (!fired) break;
            cuts++;
        }
        assertThat(cuts).as("requests that were cut").isGreaterThan(10);
        assertThat(load("other").get(0).mailbox()).hasSize((cuts + 1) * PARTS);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void G13_no_claimed_run_is_lost_wherever_the_connection_breaks(boolean answer) {
        int cuts = 0;
        for (int request = 1; ; request++) {
            var run = "r" + request;
            store.commit(List.of(start(run, null))).join();
            proxy.arm("claim", request, answer);
            var claimed = new ArrayList<String>();
            for (int calls = 0; calls < 3; calls++) claimed.addAll(claim());
            boolean fired = proxy.disarm();
            while (claimed.isEmpty()) {
                var more = claim();
                assertThat(more).as("cut at request %s", request).isNotEmpty();
                claimed.addAll(more);
            }
            assertThat(claimed).as("cut at request %s", request).containsExactly(run);
            if (!fired) break;
            cuts++;
        }
        assertThat(cuts).as("requests that were cut").isGreaterThan(3);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void G13_no_claimed_run_is_lost_where_nobody_can_be_asked_for_a_while(boolean answer) {
        int cuts = 0;
        for (int request = 1; ; request++) {
            var run = "r" + request;
            store.commit(List.of(start(run, null))).join();
            proxy.armForGood("claim", request, answer);
            var claimed = new ArrayList<>(claim());
            boolean fired = proxy.disarm();
            claimed.addAll(claim()); // by now there may be nothing that has yet to be claimed
            assertThat(claimed).as("cut at request %s", request).containsExactly(run);
            if (!fired) break;
            cuts++;
        }
        assertThat(cuts).as("requests that were cut").isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void G4_what_was_found_to_be_claimed_is_not_claimed_again(boolean answer) {
        for (int request = 1; ; request++) {
            var run = "r" + request;
            store.commit(List.of(start(run, null))).join();
            proxy.armForGood("claim", request, answer);
            var told = claim();
            boolean fired = proxy.disarm();
            var found = owned();
            if (found.isEmpty()) assertThat(claim()).containsExactly(run);
            else assertThat(found).as("cut at request %s", request).containsExactly(run);
            assertThat(told).isSubsetOf(found);
            assertThat(claim()).as("cut at request %s", request).isEmpty();
            write(new Change.Step(run, lease, new Frames.Same(), List.of(), new Next.Stick("enough")), "start");
            if (!fired) break;
        }
    }

    private List<String> owned() {
        return store.find(new Query(Set.of(Status.OWNED), null, null, 10)).join().runs().stream()
                .map(RunImage::id)
                .toList();
    }

    private List<String> claim() {
        try {
            return store.claim(lease, new Claim(Set.of(METHOD), 10)).join().stream()
                    .map(RunImage::id)
                    .toList();
        } catch (CompletionException e) {
            assertThat(e).hasCauseInstanceOf(StoreUnavailable.class);
            return List.of();
        }
    }
}
