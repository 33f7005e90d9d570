package dev.perdure.tests.docs.operations;

import static dev.perdure.Perdure.all;
import static dev.perdure.Perdure.any;
import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.branch;
import static dev.perdure.Perdure.quorum;
import static dev.perdure.Perdure.race;
import static dev.perdure.Perdure.sleep;

import dev.perdure.Durable;
import dev.perdure.Tried;
import java.time.Duration;
import java.util.List;

/** Groups and fan-outs. */
public class Groups {
    /** What is asked. */
    public interface Offers {
        String ask(String who);
    }

    private final Offers offers;

    public Groups(Offers offers) {
        this.offers = offers;
    }

    @Durable
    public String pair() {
        // snippet: all
        var both = all(await(() -> offers.ask("rail")).withRetry(3), await(() -> offers.ask("hotel")))
                .get(); // side by side; the first failure cancels the other
        String trip = both.first() + " and " + both.second();
        // end snippet
        return trip;
    }

    @Durable
    public String first() {
        // snippet: any
        String offer = any(await(() -> offers.ask("north")), await(() -> offers.ask("south")))
                .get();
        // end snippet
        return offer;
    }

    @Durable
    public String raced() {
        // snippet: race
        String offer = race(
                        await(() -> offers.ask("fast")),
                        branch(
                                () -> { // a branch with several awaits
                                    sleep(Duration.ofMinutes(1));
                                    return await(() -> offers.ask("spare")).get();
                                }))
                .named("first to end")
                .get();
        // end snippet
        return offer;
    }

    @Durable
    public List<String> most() {
        // snippet: quorum
        List<String> votes = quorum(
                        2, await(() -> offers.ask("a")), await(() -> offers.ask("b")), await(() -> offers.ask("c")))
                .get();
        // end snippet
        return votes;
    }

    @Durable
    public List<String> each(List<String> cities) {
        // snippet: fan-out
        List<String> found = all(cities, city -> await(() -> offers.ask(city)).withRetry(3))
                .withConcurrency(8) // default: all at once
                .get(); // in the order of the cities
        // end snippet
        return found;
    }

    @Durable
    public List<String> deep(List<String> cities) {
        // snippet: branches
        List<String> found = all(
                        cities,
                        city -> branch(() -> {
                            var hotel =
                                    await(() -> offers.ask(city)).withRetry(3).get();
                            return await(() -> offers.ask(hotel))
                                    .named("confirm")
                                    .get();
                        }))
                .withConcurrency(8)
                .withDeadline(Duration.ofHours(1)) // of the whole group
                .get();
        // end snippet
        return found;
    }

    @Durable
    public int tolerant(List<String> cities) {
        // snippet: collect
        List<Tried<String>> tried = all(cities, city -> await(() -> offers.ask(city)))
                .collect() // failures are values, not exceptions
                .withMinimum(2) // over as soon as two have succeeded; default: waits for all
                .withTolerated(3) // fails as soon as four have failed; default: tolerates all
                .get();
        int successes = 0;
        for (Tried<String> one : tried) if (one.succeeded()) successes++;
        // end snippet
        return successes;
    }
}
