package dev.perdure.engine;

import dev.perdure.engine.seam.Scheduler;
import dev.perdure.store.Claim;
import dev.perdure.store.Lease;
import dev.perdure.store.LeaseLost;
import dev.perdure.store.RunImage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes runs on, in pages, for as long as there is room: when the store says that there is work, when the next one falls due,
 * when room has come free. The backlog stays in the store.
 */
final class Claimer {
    private static final Logger LOG = LoggerFactory.getLogger(Claimer.class);
    private static final int PAGE = 256;
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final Core core;
    private final Leases leases;
    private final Set<String> methods;
    private final AtomicInteger wishes = new AtomicInteger();
    private volatile boolean starved;

    /** The lease under which a claim was not acknowledged. */
    private volatile @Nullable Lease unsure;

    private Scheduler.@Nullable Timer timer;
    private Instant armed = Instant.MAX;

    Claimer(Core core, Leases leases) {
        this.core = core;
        this.leases = leases;
        this.methods = core.registry.methods();
    }

    /** There may be work. */
    void wake() {
        if (methods.isEmpty() || servesNone() || core.closing) return;
        if (wishes.getAndIncrement() == 0) core.scheduler.execute(this::round);
    }

    private boolean servesNone() {
        return !core.serves.every() && core.serves.names().isEmpty();
    }

    /** Runs of this lease may be owned that nobody here moves. */
    void unsure(Lease lease) {
        remember(lease);
        wake();
    }

    private synchronized void remember(Lease lease) {
        var before = unsure;
        if (before == null || before.token() < lease.token()) unsure = lease;
    }

    /** A run has left memory. */
    void roomCameFree() {
        if (starved && core.live.size() <= core.limits.inFlight() / 2) {
            starved = false;
            wake();
        }
    }

    /** A run will fall due. */
    void due(Instant moment) {
        arm(moment);
    }

    private void round() {
        int seen = wishes.get();
        var lease = leases.current();
        starved = true; // said before looking, so that room that comes free meanwhile is heard of
        int room = claimable(core.limits.inFlight()) - core.live.size();
        if (core.closing || lease == null || room <= 0) {
            rest(seen);
            return;
        }
        starved = false;
        var doubted = unsure;
        if (doubted != null && doubted.token() == lease.token()) {
            recount(lease, seen);
            return;
        }
        var claim = Suspects.innocent(methods, core.serves, Math.min(room, PAGE));
        claim(lease, claim, seen, images -> {
            for (RunImage image : images) core.runs.admit(image, lease, false);
            if (images.size() == claim.max()) core.scheduler.execute(this::round);
            else suspects(lease, seen, false);
        });
    }

    /** A quarter of the room is left to runs that are started here: however many fall due at once, those do not wait for them. */
    private static int claimable(int inFlight) {
        return inFlight - inFlight / 4;
    }

    /** Looks for what a claim has got that nobody here knows of. */
    private void recount(Lease lease, int seen) {
        unsure = null; // what becomes doubtful from now on is asked about once more
        core.runs.adoptClaimed(lease, null, all -> {
            if (all) {
                core.scheduler.execute(this::round);
            } else {
                remember(lease);
                core.scheduler.schedule(RETRY, this::wake);
                rest(seen);
            }
        });
    }

    private void suspects(Lease lease, int seen, boolean strongly) {
        var claim = core.suspects.next(methods, strongly);
        if (claim == null) {
            askDue(seen);
            return;
        }
        claim(lease, claim, seen, images -> {
            for (RunImage image : images) core.runs.admit(image, lease, true);
            if (images.isEmpty() && !strongly) suspects(lease, seen, true);
            else askDue(seen);
        });
    }

    private void claim(Lease lease, Claim claim, int seen, Consumer<List<RunImage>> then) {
        Answers.ask(() -> core.store.claim(lease, claim), (images, failure) -> {
            if (images == null) {
                failed(lease, Failures.unwrap(failure));
                rest(seen);
            } else {
                then.accept(images);
            }
        });
    }

    private void failed(Lease lease, Throwable failure) {
        if (failure instanceof LeaseLost) {
            leases.lost(lease);
        } else if (!core.closing) {
            remember(lease);
            LOG.warn("claiming failed, tried again in {}: {}", RETRY, failure.toString());
            core.scheduler.schedule(RETRY, this::wake);
        }
    }

    private void askDue(int seen) {
        Answers.ask(() -> core.store.nextDue(methods, core.serves), (moment, failure) -> {
            if (moment != null) arm(moment);
            else core.scheduler.schedule(RETRY, this::wake);
            rest(seen);
        });
    }

    /** Ends a round; another follows if there were wishes meanwhile. */
    private void rest(int seen) {
        if (!wishes.compareAndSet(seen, 0)) {
            wishes.set(1);
            core.scheduler.execute(this::round);
        }
    }

    private synchronized void arm(Instant moment) {
        if (core.closing || !moment.isBefore(armed)) return;
        var now = core.store.now();
        if (core.suspects.any() && !moment.isAfter(now)) return; // what is due may have to wait, and then wakes this
        if (timer != null) timer.cancel();
        armed = moment;
        var delay = Duration.between(now, Core.earlier(moment, Core.FAR));
        if (delay.compareTo(LONGEST) > 0) delay = LONGEST;
        if (delay.compareTo(SHORTEST) < 0) delay = SHORTEST;
        timer = core.scheduler.schedule(delay, () -> {
            synchronized (this) {
                armed = Instant.MAX;
                timer = null;
            }
            wake();
        });
    }

    synchronized void close() {
        if (timer != null) timer.cancel();
    }
}
