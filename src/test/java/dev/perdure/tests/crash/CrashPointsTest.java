package dev.perdure.tests.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.local.LocalStore;
import dev.perdure.postgres.ClockedStore;
import dev.perdure.postgres.Server;
import dev.perdure.store.MemoryStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every scenario ends as it does without a fault, whichever operation of the store goes wrong, and however. On the embedded store
 * every third place is tried, another one each time, and {@code -Dperdure.crash.step=1} tries all; on PostgreSQL one place per
 * scenario and fault, and {@code -Dperdure.crash.postgres=true} tries all.
 */
class CrashPointsTest {
    private static final int STEP = Integer.getInteger("perdure.crash.step", 3);
    private static final boolean WHOLE = Boolean.getBoolean("perdure.crash.postgres");
    private static final int LEAST_SCENARIOS = 60;
    private static final Set<Fault> CRASHES = EnumSet.of(Fault.CRASH_BEFORE, Fault.CRASH_AFTER);

    /** On PostgreSQL, for all scenarios: a schema of its own takes longer than a play. */
    private static @Nullable Theatre shared;

    @TempDir
    Path folder;

    @AfterAll
    static void close() {
        if (shared != null) shared.close();
        shared = null;
    }

    @ParameterizedTest
    @MethodSource("dev.perdure.tests.crash.Scenario#all")
    void G2_G3_G4_G5_G6_G9_G11_scenario_ends_the_same_in_memory_whatever_goes_wrong(Scenario scenario) {
        try (var theatre = new Theatre(MemoryStore::new)) {
            tryPlaces(theatre, scenario, EnumSet.allOf(Fault.class), operations -> 1);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.perdure.tests.crash.Scenario#all")
    void G2_G3_G4_G5_G6_G9_G11_scenario_ends_the_same_in_a_file_whatever_goes_wrong(Scenario scenario) {
        try (var theatre = new Theatre(clock -> LocalStore.at(quick(), clock))) {
            tryPlaces(theatre, scenario, CRASHES, operations -> STEP);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.perdure.tests.crash.Scenario#all")
    void G2_G3_G4_G5_G6_G9_G11_scenario_ends_the_same_on_PostgreSQL_whatever_goes_wrong(Scenario scenario) {
        var theatre = shared == null ? new Theatre(clock -> new ClockedStore(Server.schema(), clock)) : shared;
        shared = null; // not used again if this fails, as runs may be left
        tryPlaces(
                theatre, scenario, WHOLE ? EnumSet.allOf(Fault.class) : CRASHES, operations -> WHOLE ? 1 : operations);
        shared = theatre;
    }

    /** Tries places that are so far apart. */
    private static void tryPlaces(Theatre theatre, Scenario scenario, Set<Fault> faults, IntUnaryOperator distance) {
        var expected = theatre.play(scenario, null, 0, false);
        int step = distance.applyAsInt(expected.operations());
        int plays = 0;
        int number = 0;
        for (var fault : faults) {
            number++;
            int first = 1 + Math.floorMod(scenario.name().hashCode() * 31 + number, step);
            for (int at = first; ; at += step) {
                var ending = theatre.play(scenario, fault, at, (at / step + number) % 2 == 0);
                if (!ending.struck()) break;
                plays++;
                var what = "%s at operation %d".formatted(fault, at);
                assertThat(ending.outcome()).as(what).isEqualTo(expected.outcome());
                assertThat(ending.runs()).as(what).isEqualTo(expected.runs());
                assertThat(ending.done()).as(what).isEqualTo(expected.done());
                assertThat(ending.repeats())
                        .as("%s: calls made again: %s", what, ending.calls())
                        .isLessThanOrEqualTo(fault.kills() ? scenario.width() : 0);
                if (at + step > expected.operations() && step == expected.operations()) break; // one place is enough
            }
        }
        assertThat(plays).as("places").isGreaterThan(step == expected.operations() ? 0 : 4);
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
