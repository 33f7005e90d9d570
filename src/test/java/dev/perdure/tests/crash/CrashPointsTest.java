package dev.perdure.tests.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.local.LocalStore;
import dev.perdure.store.MemoryStore;
import dev.perdure.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every scenario ends as it does without a fault, whichever operation of the store goes wrong, and however. On the embedded store
 * every third place is tried, another one each time; {@code -Dperdure.crash.step=1} tries all.
 */
class CrashPointsTest {
    private static final int STEP = Integer.getInteger("perdure.crash.step", 3);
    private static final int LEAST_SCENARIOS = 60;

    @TempDir
    Path folder;

    /** A kind of store, what goes wrong on it, and how far it is from one place to the next. */
    record Kind(String name, BiFunction<Path, Clock, Store> opening, Set<Fault> faults, int step) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Arguments> cases() {
        var memory = new Kind("in memory", (folder, clock) -> new MemoryStore(clock), EnumSet.allOf(Fault.class), 1);
        var embedded = new Kind("embedded", LocalStore::at, EnumSet.of(Fault.CRASH_BEFORE, Fault.CRASH_AFTER), STEP);
        return Scenario.all().stream()
                .flatMap(scenario -> Stream.of(Arguments.of(scenario, memory), Arguments.of(scenario, embedded)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void G2_G3_G4_G5_G6_G9_G11_scenario_ends_the_same_whatever_goes_wrong(Scenario scenario, Kind kind)
            throws Exception {
        try (var theatre = new Theatre(clock -> kind.opening().apply(quick(), clock))) {
            var expected = theatre.play(scenario, null, 0, false);
            int plays = 0;
            int number = 0;
            for (var fault : kind.faults()) {
                number++;
                int first = 1 + Math.floorMod(scenario.name().hashCode() + number, kind.step());
                for (int at = first; ; at += kind.step()) {
                    var ending = theatre.play(scenario, fault, at, (at / kind.step() + number) % 2 == 0);
                    if (!ending.struck()) break;
                    plays++;
                    var what = "%s at operation %d".formatted(fault, at);
                    assertThat(ending.outcome()).as(what).isEqualTo(expected.outcome());
                    assertThat(ending.runs()).as(what).isEqualTo(expected.runs());
                    assertThat(ending.done()).as(what).isEqualTo(expected.done());
                    assertThat(ending.repeats())
                            .as("%s: calls made again: %s", what, ending.calls())
                            .isLessThanOrEqualTo(fault.kills() ? scenario.width() : 0);
                }
            }
            assertThat(plays).as("places").isGreaterThan(4);
        }
    }

    /** In memory, where there is such a folder: no machine dies here. */
    private Path quick() {
        try {
            var memory = Path.of("/dev/shm");
            return Files.isWritable(memory) ? Files.createTempDirectory(memory, "perdure-crash-") : folder;
        } catch (java.io.IOException unusual) {
            return folder;
        }
    }

    @Test
    void there_are_enough_scenarios() {
        assertThat(Scenario.all()).hasSizeGreaterThanOrEqualTo(LEAST_SCENARIOS);
        assertThat(Scenario.all().stream().map(Scenario::name)).doesNotHaveDuplicates();
    }
}
