package dev.perdure.testkit;

import static dev.perdure.testkit.PerdureAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.suppressed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

final class CrashEverywhereTest {
    /** Under each key the part that was booked. */
    private final Map<String, String> booked = new LinkedHashMap<>();

    private final TripFlow flow = new TripFlow((what, key) -> {
        booked.put(key, what);
        return what + "!";
    });

    @CrashEverywhere
    void G2_G3_G4_a_trip_ends_alike_wherever_the_process_dies(TestEngine engine) {
        engine.register(flow);
        var run = engine.start("t", TripFlow::travel, List.of("a", "b"));
        assertThat(run).isWaitingAt("sleep");
        engine.advance(TripFlow.COOLING_OFF);
        run.signal(TripFlow.ANSWER, "yes");
        assertThat(run).returned(List.of("a!", "b!"));
        assertThat(booked.values()).containsExactly("a", "b");
    }

    @Test
    void every_place_is_tried_once() {
        var places = new TreeMap<String, Integer>();
        events(CrashEverywhereTest.class, "G2_G3_G4_a_trip_ends_alike_wherever_the_process_dies").started().stream()
                .forEach(event -> places.merge(event.getTestDescriptor().getDisplayName(), 1, Integer::sum));
        assertThat(places)
                .containsKeys("no crash", "crash before write 1", "crash after write 1", "crash after write 5");
        assertThat(places.values()).containsOnly(1);
    }

    @Test
    void an_effect_outside_of_an_await_is_found() {
        events(Careless.class, "an_effect_between_awaits_happens_once")
                .assertThatEvents()
                .haveAtLeastOne(event(
                        test("template-invocation"),
                        finishedWithFailure(suppressed(0, message("this was with a crash before write 2")))));
        assertThat(events(Careless.class, "an_effect_between_awaits_happens_once")
                        .succeeded()
                        .count())
                .as("without a crash it holds")
                .isPositive();
    }

    private static Events events(Class<?> type, String method) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectMethod(type, method, TestEngine.class.getName()))
                .execute()
                .testEvents();
    }

    /** Not a test of its own: its failing is what is tested. */
    static final class Careless {
        private int effects;

        private final TripFlow flow = new TripFlow((what, key) -> {
            effects++;
            return what;
        });

        @CrashEverywhere
        void an_effect_between_awaits_happens_once(TestEngine engine) {
            engine.register(flow);
            var run = engine.start("t", TripFlow::careless, List.of());
            engine.advance(java.time.Duration.ofMinutes(1));
            assertThat(run).returned(0);
            assertThat(effects).isEqualTo(1);
        }
    }
}
