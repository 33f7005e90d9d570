package dev.perdure.engine;

import dev.perdure.PerdureException;
import dev.perdure.Signal;
import dev.perdure.engine.checkpoint.Saved;
import dev.perdure.engine.checkpoint.Sums;
import dev.perdure.store.Change;
import dev.perdure.store.Query;
import dev.perdure.store.Result;
import dev.perdure.store.RunImage;
import dev.perdure.store.RunImage.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends signals to whoever waits for them. A run waits from when its wait is durable until its end is: a parked run says so in its
 * row, one that moves, because other branches of it do or its wait is short, in its checkpoint.
 */
final class Topics {
    private static final Logger LOG = LoggerFactory.getLogger(Topics.class);
    private static final int PAGE = 1_000;
    private static final int DEEP = 100;
    private static final Set<Status> ALIVE = Set.of(Status.READY, Status.OWNED, Status.PARKED, Status.STUCK);

    private final Core core;

    Topics(Core core) {
        this.core = core;
    }

    /** Sends a signal to every run that waits for it; returns how many got it, when that is durable. */
    <S> int publish(Signal<S> signal, S value) {
        core.desk.open();
        Objects.requireNonNull(value, "the value of a signal is null");
        var bytes = core.checkpoints.value(signal.type(), value);
        Limits.check("signal \"" + signal.name() + "\"", bytes.length, core.limits.signalBytes(), "a reference to it");
        var publication = core.options.ids.next();
        int sent = 0;
        try {
            for (String from = null; ; ) {
                var page = core.store.find(new Query(ALIVE, null, from, PAGE)).join();
                var results = new ArrayList<CompletableFuture<Result>>();
                for (String id : waiting(signal.name(), page.runs()))
                    results.add(core.committer.submit(
                            new Change.Deliver(id, signal.name(), Sums.seal(id, bytes), publication)));
                for (var result : results) if (result.join().applied()) sent++;
                if (page.next() == null) return sent;
                from = page.next();
            }
        } catch (CompletionException failure) {
            throw Failures.ofStore(failure);
        }
    }

    private List<String> waiting(String name, List<RunImage> page) {
        var waiting = new ArrayList<String>();
        var moving = new ArrayList<String>();
        for (RunImage image : page) {
            if (image.status() != Status.PARKED) moving.add(image.id());
            else if (Change.Next.Park.wakes(name, image.signal())) waiting.add(image.id());
        }
        for (int from = 0; from < moving.size(); from += DEEP) {
            var ids = moving.subList(from, Math.min(moving.size(), from + DEEP));
            for (RunImage image : core.store.load(ids).join()) if (waits(image, name)) waiting.add(image.id());
        }
        return waiting;
    }

    private static boolean waits(RunImage image, String name) {
        try {
            return !image.frame().isEmpty()
                    && Saved.read(image.id(), image.frame()).main().waitsFor(name);
        } catch (PerdureException damaged) { // said by whoever moves it
            LOG.warn("whether run {} waits for \"{}\" cannot be told: {}", image.id(), name, damaged.getMessage());
            return false;
        }
    }
}
