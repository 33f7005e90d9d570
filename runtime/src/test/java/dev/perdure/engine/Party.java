package dev.perdure.engine;

import static dev.perdure.Perdure.all;
import static dev.perdure.Perdure.any;
import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.branch;
import static dev.perdure.Perdure.quorum;
import static dev.perdure.Perdure.race;

import dev.perdure.CancelledException;
import dev.perdure.Durable;
import dev.perdure.Pair;
import dev.perdure.Perdure;
import dev.perdure.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Durable methods with groups and undos; the machines beside it are written by hand, and do what the processor's would. */
class Party {
    static final Signal<String> ANSWER = Signal.of("answer", String.class);

    final Shop.Desk desk;

    Party(Shop.Desk desk) {
        this.desk = desk;
    }

    /** Single awaits of all kinds, side by side. */
    @Durable
    String both(Duration patience) throws Exception {
        Pair<String, String> both = all(
                        await(() -> desk.call("a")).withRetry(3), race(await(ANSWER), Perdure.<String>after(patience)))
                .get();
        return await(() -> desk.call(both.first() + both.second())).named("end").get();
    }

    /** One branch of two awaits per item. */
    @Durable
    List<String> crawl(List<String> items, int concurrency) throws Exception {
        var pages = all(
                        items,
                        item -> branch(() -> {
                            var text = await(() -> desk.call("fetch " + item))
                                    .named("fetch")
                                    .withRetry(3)
                                    .get();
                            return await(() -> desk.call("add " + text))
                                    .named("add")
                                    .get();
                        }))
                .withConcurrency(concurrency)
                .named("pages")
                .get();
        await(() -> desk.call("done")).named("done").get();
        return pages;
    }

    /** One branch of one await per item. */
    @Durable
    List<String> ask(List<String> items) throws Exception {
        return all(
                        items,
                        item -> await(() -> desk.call(item + "@" + Perdure.idempotencyKey()))
                                .withRetry(3))
                .named("all")
                .get();
    }

    /** The first two of three; the one that sleeps cleans up. */
    @Durable
    List<String> vote() throws Exception {
        return quorum(
                        2,
                        await(() -> desk.call("one")),
                        branch(() -> {
                            try {
                                Perdure.sleep(Duration.ofHours(1));
                                return "late";
                            } finally {
                                await(() -> desk.call("clean")).named("clean").get();
                            }
                        }),
                        await(() -> desk.call("three")))
                .named("quorum")
                .get();
    }

    /** The first that succeeds, and then a failure; a branch that has done something makes nothing of its cancellation. */
    @Durable
    String rush() throws Exception {
        String first = any(
                        await(() -> desk.call("down")),
                        branch(() -> {
                            await(() -> desk.call("book"))
                                    .withUndo(done -> desk.call("cancel " + done))
                                    .named("book")
                                    .get();
                            try {
                                Perdure.sleep(Duration.ofHours(1));
                            } catch (CancelledException enough) {
                                // nothing to clean
                            }
                            return "late";
                        }),
                        await(() -> desk.call("fast")))
                .named("any")
                .get();
        throw new Shop.Broken(first, 1);
    }

    /** The first that succeeds: a call that fails, a signal in time, or the time itself. */
    @Durable
    String first(Duration patience) {
        return any(
                        await(() -> desk.call("down")),
                        await(ANSWER).withDeadline(patience),
                        Perdure.<String>after(patience))
                .named("any")
                .get();
    }

    /** A race under a deadline of its own. */
    @Durable
    String hurry(Duration patience) {
        return race(await(ANSWER), Perdure.<String>after(Duration.ofHours(1)))
                .withDeadline(patience)
                .named("race")
                .get();
    }

    /** Undos, in the method and in what it calls. */
    @Durable
    String trip(boolean fail) throws Exception {
        var flight = await(() -> desk.call("flight"))
                .withUndo(done -> desk.call("cancel " + done))
                .named("flight")
                .get();
        var hotel = lodge(flight);
        Perdure.sleep(Duration.ofHours(1));
        if (fail) throw new Shop.Broken("no car", 1);
        return await(() -> desk.call("car for " + flight + " and " + hotel))
                .named("car")
                .get();
    }

    @Durable
    String lodge(String flight) throws Exception {
        var hotel = await(() -> desk.call("hotel"))
                .withUndo(done -> desk.call("leave " + done + " of " + flight))
                .named("hotel")
                .get();
        return hotel + "!";
    }

    /** At most once, through the engine's policies. */
    @Durable
    String charge() throws Exception {
        return await(() -> desk.call("charge")).atMostOnce().named("charge").get();
    }

    @Durable
    String guarded() throws Exception {
        return await(() -> desk.call("guarded"))
                .withRetry(r -> r.attempts(4).delay(Duration.ofSeconds(5)))
                .withCircuitBreaker("bank")
                .withBulkhead("bank")
                .named("guarded")
                .get();
    }

    static List<String> names(int n) {
        var names = new ArrayList<String>();
        for (int i = 0; i < n; i++) names.add("i" + i);
        return names;
    }
}
