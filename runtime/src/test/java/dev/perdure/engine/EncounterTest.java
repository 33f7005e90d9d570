package dev.perdure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.Run;
import dev.perdure.RunEnded;
import dev.perdure.StartOptions;
import dev.perdure.StoreUnavailable;
import dev.perdure.store.Claim;
import dev.perdure.store.ForwardingStore;
import dev.perdure.store.Lease;
import dev.perdure.store.Query;
import dev.perdure.store.QueueLimits;
import dev.perdure.store.RunImage;
import dev.perdure.store.RunImage.Status;
import dev.perdure.store.Store;
import dev.perdure.weave.Body;
import dev.perdure.weave.Play;
import dev.perdure.weave.Plays;
import dev.perdure.weave.Scene;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * What engines do at one moment on several threads, in many orders of their steps. Where the clock stands still, no alarm mends what
 * was forgotten.
 */
final class EncounterTest {
    private final Plays plays = new Plays();

    @Test
    void G13_no_wake_up_is_lost_when_there_is_room_for_few() {
        plays.play(FewPlaces.class);
    }

    static final class FewPlaces implements Scene {
        @Override
        public void play(Play play) {
            play.stopTheClock();
            var troupe = new Troupe(play);
            var outside = troupe.outside();
            var few = Limits.DEFAULT.withInFlight(1 + play.chance().nextInt(2));
            troupe.node("a", options -> options.limits(few));
            play.together(starting(outside, "r0", "r1"), starting(outside, "r2", "r3"));
            troupe.awaitEnd(List.of("r0", "r1", "r2", "r3"));
            eachWasCalledOnce(troupe);
        }
    }

    private static Body starting(Engine engine, String... ids) {
        return () -> {
            for (String id : ids) engine.start(id, Shop::price, id);
        };
    }

    private static void eachWasCalledOnce(Troupe troupe) {
        assertThat(troupe.calls)
                .allSatisfy((what, times) -> assertThat(times).as(what).isEqualTo(1));
    }

    @Test
    void G4_G7_of_two_nodes_that_claim_at_once_each_run_is_moved_by_one() {
        plays.play(TwoNodes.class);
    }

    static final class TwoNodes implements Scene {
        @Override
        public void play(Play play) {
            play.stopTheClock();
            var troupe = new Troupe(play);
            var outside = troupe.outside();
            troupe.node("a", options -> options);
            var b = troupe.node("b", options -> options);
            play.together(starting(outside, "r0", "r1"), starting(b, "r2"));
            troupe.awaitEnd(List.of("r0", "r1", "r2"));
            eachWasCalledOnce(troupe);
        }
    }

    @Test
    void G9_signals_reach_a_run_that_comes_goes_and_reads_its_mail_at_that_moment() {
        plays.play(Signals.class);
    }

    static final class Signals implements Scene {
        @Override
        public void play(Play play) {
            play.stopTheClock();
            var troupe = new Troupe(play);
            var outside = troupe.outside();
            var a = troupe.node("a", options -> options);
            a.start("r", Party::both, Troupe.AGES);
            var run = outside.run("r");
            play.together(() -> outside.signal("r", Party.ANSWER, "yes"), () -> again(run), () -> again(run));
            troupe.awaitEnd(List.of("r"));
            assertThat(troupe.calls).containsKey("ayes");
        }

        /** Of no use here, but mail. */
        private static void again(Run<?> run) {
            try {
                run.retry();
            } catch (RunEnded over) {
                // it has not come too late for the signal
            }
        }
    }

    @Test
    void G9_signal_reaches_a_run_that_stays_in_memory_while_its_mail_is_read() {
        plays.play(Meanwhile.class);
    }

    static final class Meanwhile implements Scene {
        @Override
        public void play(Play play) {
            play.stopTheClock();
            var troupe = new Troupe(play);
            var outside = troupe.outside();
            var a = troupe.node("a", options -> options);
            staying(troupe);
            var run = a.start("r", Party::first, Troupe.AGES);
            play.together(
                    () -> Signals.again(run),
                    () -> Signals.again(run),
                    () -> outside.signal("r", Party.ANSWER, "yes"),
                    () -> Signals.again(run));
            troupe.awaitEnd(List.of("r"));
            assertThat(troupe.image("r").status()).isEqualTo(Status.DONE);
        }
    }

    /** The call that run "r" makes is over when the signal has had its effect: the run waits for both in memory. */
    private static void staying(Troupe troupe) {
        troupe.look = () -> troupe.awaitEnd(List.of("r"));
    }

    @Test
    void G9_signal_reaches_a_run_that_is_being_claimed() {
        plays.play(EarlyMail.class);
    }

    static final class EarlyMail implements Scene {
        @Override
        public void play(Play play) {
            play.stopTheClock();
            var troupe = new Troupe(play);
            var outside = troupe.outside();
            staying(troupe);
            play.together(() -> troupe.node("a", options -> options), () -> {
                outside.start("r", Party::first, Troupe.AGES);
                outside.signal("r", Party.ANSWER, "yes");
            });
            troupe.awaitEnd(List.of("r"));
            assertThat(troupe.image("r").status()).isEqualTo(Status.DONE);
        }
    }

    @Test
    void G6_of_cancellations_and_the_end_one_wins_and_all_agree() {
        plays.play(Cancellation.class);
    }

    static final class Cancellation implements Scene {
        private int accepted;

        @Override
        public void play(Play play) {
            play.stopTheClock();
            var troupe = new Troupe(play);
            var outside = troupe.outside();
            var a = troupe.node("a", options -> options);
            play.together(starting(a, "r"));
            play.together(() -> cancel(outside), () -> cancel(a));
            troupe.awaitEnd(List.of("r"));
            assertThat(troupe.image("r").status()).isEqualTo(accepted > 0 ? Status.CANCELLED : Status.DONE);
        }

        private void cancel(Engine engine) {
            try {
                engine.run("r").cancel("race");
                accepted++;
            } catch (RunEnded over) {
                // it has won
            }
        }
    }

    @Test
    void G12_G13_places_of_a_queue_are_never_too_many_and_always_taken_again() {
        plays.play(Places.class);
    }

    static final class Places implements Scene {
        @Override
        public void play(Play play) {
            play.stopTheClock();
            var troupe = new Troupe(play);
            var owned = new Query(Set.of(Status.OWNED), null, null, 100);
            troupe.look = () -> assertThat(troupe.store.find(owned).join().runs())
                    .as("runs that move")
                    .hasSizeLessThanOrEqualTo(1);
            var outside = troupe.outside();
            outside.limit(QueueLimits.of("q").atOnce(1));
            troupe.node("a", options -> options);
            troupe.node("b", options -> options);
            var queued = outside.with(StartOptions.NONE.withQueue("q"));
            play.together(() -> queued.start("r0", Shop::price, "r0"), () -> queued.start("r1", Shop::price, "r1"));
            troupe.awaitEnd(List.of("r0", "r1"));
            eachWasCalledOnce(troupe);
        }
    }

    @Test
    void G3_G7_runs_end_as_they_must_though_leases_run_out_at_any_moment() {
        plays.play(Leasing.class);
    }

    static final class Leasing implements Scene {
        @Override
        public void play(Play play) {
            play.hurry(play.chance().nextInt(12), Duration.ofHours(1));
            var troupe = new Troupe(play);
            var outside = troupe.outside();
            UnaryOperator<EngineBuilder> shortly = options -> options.lease(Duration.ofMinutes(1));
            var a = troupe.node("a", shortly);
            troupe.node("b", shortly);
            play.together(starting(a, "r0"), starting(outside, "r1"));
            troupe.awaitEnd(List.of("r0", "r1"));
            for (String id : List.of("r0", "r1")) {
                assertThat(troupe.image(id).status()).isEqualTo(Status.DONE);
                assertThat(troupe.calls).containsKeys("ask " + id, "ask " + id + "!");
            }
        }
    }

    @Test
    void G4_G13_claims_that_nobody_was_told_of_are_found_and_what_moves_is_not_taken_for_one() {
        plays.play(LostClaims.class);
    }

    static final class LostClaims implements Scene {
        @Override
        public void play(Play play) {
            play.hurry(play.chance().nextInt(6), Duration.ofMinutes(1));
            var troupe = new Troupe(play);
            var outside = troupe.outside();
            var a = troupe.node(new Forgetful(troupe.store), "a", options -> options);
            play.together(starting(outside, "r0", "r1"), starting(a, "r2"));
            troupe.awaitEnd(List.of("r0", "r1", "r2"));
            eachWasCalledOnce(troupe);
        }
    }

    /** Loses the first two answers to claims that say anything. */
    private static final class Forgetful extends ForwardingStore {
        private int lost;

        Forgetful(Store store) {
            super(store);
        }

        @Override
        public CompletableFuture<List<RunImage>> claim(Lease lease, Claim claim) {
            var answer = super.claim(lease, claim);
            if (lost == 2 || answer.isCompletedExceptionally() || answer.join().isEmpty()) return answer;
            lost++;
            return CompletableFuture.failedFuture(new StoreUnavailable("planned", null));
        }
    }
}
