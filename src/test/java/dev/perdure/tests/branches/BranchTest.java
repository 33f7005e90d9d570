package dev.perdure.tests.branches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perdure.RunFailed;
import dev.perdure.engine.Engine;
import dev.perdure.store.MemoryStore;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lambdas that have become machines, run by the engine: as they are, and loaded anew at every await. */
class BranchTest {
    private final List<String> log = new CopyOnWriteArrayList<>();

    private final Trip trip = new Trip(new Trip.Office() {
        @Override
        public Trip.Ticket book(String what) {
            if (what.equals("fail")) throw new IllegalStateException("sold out");
            log.add("book " + what);
            return new Trip.Ticket(what, what.length());
        }

        @Override
        public void cancel(Trip.Ticket ticket, String why) {
            log.add("cancel " + ticket.what() + ": " + why);
        }
    });

    private <T> T run(boolean reload, Function<Engine, T> task) {
        try (var engine = Engine.open(new MemoryStore(Clock.systemUTC()))
                .register(trip)
                .reloadAtEveryAwait(reload)
                .start()) {
            return task.apply(engine);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void branches_with_several_awaits_come_to_their_results_in_order(boolean reload) {
        var result = run(
                reload, engine -> engine.start(Trip::book, Set.of("Rome"), 100).result());
        assertThat(result).containsExactly("118", "hotel 218");
        assertThat(log).contains("book Rome", "book back from Rome", "book hotel");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void awaits_and_computed_items_are_branches(boolean reload) {
        var result = run(reload, engine -> engine.start(Trip::names, 3).result());
        assertThat(result)
                .containsExactly(
                        "[Ticket[what=a, price=1], Ticket[what=b, price=1], Ticket[what=c, price=1]]",
                        "false",
                        "2",
                        "quick");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_was_done_is_undone_in_reverse(boolean reload) {
        assertThatThrownBy(() ->
                        run(reload, engine -> engine.start(Trip::undone, "rain").result()))
                .isInstanceOf(RunFailed.class)
                .hasRootCauseMessage("sold out");
        assertThat(log)
                .containsExactly(
                        "book flight",
                        "book car",
                        "book hotel",
                        "book fee for flight",
                        "cancel hotel: rain 14",
                        "cancel car: forgotten",
                        "cancel flight: rain");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void branches_of_a_static_method_need_no_instance(boolean reload) {
        int result =
                run(reload, engine -> engine.start(Trip::sum, List.of(1, 2, 3)).result());
        assertThat(result).isEqualTo(18);
    }
}
