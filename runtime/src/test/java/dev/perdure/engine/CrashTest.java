package dev.perdure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.OutcomeUnknown;
import dev.perdure.RunStatus.State;
import dev.perdure.local.LocalStore;
import dev.perdure.store.MemoryStore;
import dev.perdure.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A run ends the same, with all that it has started, wherever its process dies: before and after each change of the store, once
 * and twice; on both stores; kept in memory and reloaded at every await.
 */
final class CrashTest {
    private static final int NEVER = Integer.MAX_VALUE;

    /** A kind of store, and after how many further changes the second process dies. */
    record Kind(String name, BiFunction<Path, Clock, Store> opening, List<Integer> seconds) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Kind> KINDS = List.of(
            new Kind("in memory", (folder, clock) -> new MemoryStore(clock), List.of(1, 2, 5, NEVER)),
            new Kind("embedded", LocalStore::at, List.of(NEVER)));

    static Stream<Arguments> cases() {
        return Scenario.all().stream()
                .flatMap(scenario -> KINDS.stream()
                        .flatMap(kind -> Stream.of(false, true)
                                .map(reload -> Arguments.of(
                                        scenario,
                                        kind,
                                        Named.of(reload ? "reloaded at every await" : "kept in memory", reload)))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void G2_G3_G4_G6_run_ends_the_same_wherever_its_process_dies(
            Scenario scenario, Kind kind, boolean reload, @TempDir(factory = QuickFolder.class) Path folder) {
        var stage = new Stage(clock -> kind.opening.apply(folder, clock));
        var expected = stage.play(scenario, reload, false).ending();
        var calls = List.copyOf(stage.log);
        int points = 0;
        for (boolean after : new boolean[] {false, true}) {
            boolean died = true;
            for (int first = 1; died; first++) {
                died = false;
                for (int second : kind.seconds) {
                    var play = stage.play(scenario, reload, after, first, second);
                    var what = "death %s change %s, then %s".formatted(after ? "after" : "before", first, second);
                    assertThat(play.ending()).as(what).isEqualTo(expected);
                    assertThat(repeats(calls, stage.log))
                            .as("%s: %s", what, stage.log)
                            .isLessThanOrEqualTo(play.deaths() * scenario.width());
                    died |= play.deaths() > 0;
                }
                points++;
            }
        }
        assertThat(points).isGreaterThan(8);
        stage.close();
    }

    /** How many calls were made more often than without a death; all of them must have been made. */
    private static int repeats(List<String> calls, List<String> log) {
        int repeats = 0;
        var left = new ArrayList<>(log);
        for (String call : calls) {
            if (again(call)) left.remove(call);
            else assertThat(left.remove(call)).as("%s in %s", call, log).isTrue();
        }
        for (String call : left) if (!again(call)) repeats++;
        return repeats;
    }

    /** Jobs are asked as often as it takes; a token too many is rejected. */
    private static boolean again(String call) {
        return call.startsWith("complete?") || call.equals("rejected");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void G4_call_that_may_be_made_once_is_made_once_or_its_outcome_is_unknown(
            Kind kind, boolean reload, @TempDir(factory = QuickFolder.class) Path folder) {
        var stage = new Stage(clock -> kind.opening.apply(folder, clock));
        var charge = new Scenario("charge", engine -> engine.start("r", Party::charge), outside -> {}, 1);
        int unknown = 0;
        for (boolean after : new boolean[] {false, true}) {
            boolean died = true;
            for (int first = 1; died; first++) {
                var play = stage.play(charge, reload, after, first);
                died = play.deaths() > 0;
                assertThat(stage.log.size()).isLessThanOrEqualTo(1);
                if ("charge".equals(play.ending().result())) {
                    assertThat(stage.log).containsExactly("charge");
                } else {
                    assertThat(play.ending().result()).asString().contains(OutcomeUnknown.class.getName());
                    unknown++;
                }
            }
        }
        assertThat(unknown).isPositive();
        stage.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void G6_cancellation_that_was_accepted_is_carried_out_to_the_last_undo_wherever_the_process_dies(boolean reload) {
        var stage = new Stage(MemoryStore::new);
        var trip = new Scenario("trip", engine -> engine.start("r", Party::trip, false), outside -> {}, 1);
        int accepted = 0;
        int cancelAt = 0;
        do {
            stage.cancelAt(++cancelAt);
            for (boolean after : new boolean[] {false, true}) {
                boolean died = true;
                for (int first = 1; died; first++) {
                    var play = stage.play(trip, reload, after, first);
                    died = play.deaths() > 0;
                    var what = "cancelled at change %s, death %s change %s: %s"
                            .formatted(cancelAt, after ? "after" : "before", first, stage.log);
                    isCalledOffOrDone(stage, play, what);
                    if (stage.isCancelled()) accepted++;
                }
            }
        } while (stage.cameToCancel());
        assertThat(accepted).isGreaterThan(50);
        stage.close();
    }

    private static void isCalledOffOrDone(Stage stage, Stage.Play play, String what) {
        var undone = stage.log.stream().filter(call -> call.startsWith("cancel ") || call.startsWith("leave "));
        assertThat(play.ending().runs())
                .as(what)
                .containsEntry("r", stage.isCancelled() ? State.CANCELLED : State.DONE);
        if (!stage.isCancelled()) assertThat(undone).as(what).isEmpty();
        else if (stage.log.stream().anyMatch(call -> call.startsWith("car ")))
            assertThat(undone.distinct()).as(what).containsExactly("leave hotel of flight", "cancel flight");
        else if (stage.log.contains("hotel")) assertThat(undone).as(what).contains("cancel flight");
    }

    static Stream<Arguments> kinds() {
        return KINDS.stream().flatMap(kind -> Stream.of(Arguments.of(kind, false), Arguments.of(kind, true)));
    }
}
