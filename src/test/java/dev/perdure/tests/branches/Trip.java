package dev.perdure.tests.branches;

import static dev.perdure.Perdure.after;
import static dev.perdure.Perdure.all;
import static dev.perdure.Perdure.any;
import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.branch;
import static dev.perdure.Perdure.quorum;
import static dev.perdure.Perdure.race;

import dev.perdure.Durable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Groups, branches and undos, as people write them. */
public class Trip {
    /** What was booked. */
    public record Ticket(String what, int price) {}

    /** The world outside. */
    public interface Office {
        /** Books, or fails. */
        Ticket book(String what);

        /** Cancels. */
        void cancel(Ticket ticket, String why);
    }

    private final Office office;

    /** A trip booked at an office. */
    public Trip(Office office) {
        this.office = office;
    }

    /** Each leg in a branch of two awaits, the hotel beside them. */
    @Durable
    public List<String> book(Set<String> legs, int extra) throws Exception {
        var seen = new ArrayList<String>();
        var tickets = all(
                        legs,
                        leg -> branch(() -> {
                            var there =
                                    await(() -> office.book(leg)).named("there").get();
                            var back =
                                    await(() -> office.book("back from " + leg)).get();
                            return there.price() + back.price() + extra;
                        }))
                .withConcurrency(2)
                .named("legs")
                .get();
        for (int price : tickets) seen.add("" + price);
        var pair = all(await(() -> office.book("hotel")), branch(() -> total(tickets, extra)))
                .get();
        seen.add(pair.first().what() + " " + pair.second());
        return seen;
    }

    /** Called by a branch. */
    @Durable
    public int total(List<Integer> prices, int extra) {
        int sum = 0;
        for (int price : prices) sum += await(() -> price + extra).get();
        return sum;
    }

    /** Items that are computed, and un-got awaits as branches. */
    @Durable
    public List<String> names(int n) throws Exception {
        var found = all(letters(n), letter -> await(() -> office.book(letter)).withRetry(2))
                .get();
        var quick = race(await(() -> office.book("quick")), after(Duration.ofDays(1)))
                .get();
        return List.of(
                found.toString(),
                any(await(() -> office.book("one")), await(() -> office.book("two")))
                                .named("any")
                                .get()
                                .what()
                                .isEmpty()
                        + "",
                quorum(2, await(() -> office.book("x")), await(() -> office.book("y")))
                                .get()
                                .size() + "",
                quick.what());
    }

    private static Set<String> letters(int n) {
        var all = new TreeSet<String>();
        for (int i = 0; i < n; i++) all.add("" + (char) ('a' + i));
        return all;
    }

    /** Undone in reverse when the last booking fails: by a lambda, a reference, and a lambda with awaits. */
    @Durable
    public String undone(String why) {
        var flight = await(() -> office.book("flight"))
                .withUndo(t -> office.cancel(t, why))
                .get();
        await(() -> office.book("car")).withUndo(this::forget).get();
        await(() -> office.book("hotel"))
                .withUndo(hotel -> {
                    var fee = await(() -> office.book("fee for " + flight.what()))
                            .named("fee")
                            .get();
                    await(() -> office.cancel(hotel, why + " " + fee.price())).get();
                })
                .get();
        return await(() -> office.book("fail")).get().what();
    }

    private void forget(Ticket ticket) {
        office.cancel(ticket, "forgotten");
    }

    /** In a static method nothing of an instance is needed. */
    @Durable
    public static int sum(List<Integer> numbers) throws Exception {
        int factor = numbers.size();
        var all = all(numbers, n -> branch(() -> await(() -> n * factor).get())).get();
        return all.stream().mapToInt(each -> each).sum();
    }
}
