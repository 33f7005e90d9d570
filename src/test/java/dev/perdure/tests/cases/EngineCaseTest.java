package dev.perdure.tests.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.Run;
import dev.perdure.RunFailed;
import dev.perdure.engine.Engine;
import dev.perdure.store.MemoryStore;
import dev.perdure.tests.harness.Effects;
import dev.perdure.tests.harness.Observed;
import dev.perdure.tests.harness.Show;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** The cases once more, by the real engine and started by method references: without crashes, and reloaded at every await. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineCaseTest {
    private static final int INPUTS = 6;

    private final Starters starters = Starters.load();

    @TestFactory
    Stream<DynamicTest> the_engine_comes_to_the_same_as_plain_java() {
        return starters.cases().stream()
                .filter(one -> one.name().startsWith("c"))
                .map(one -> DynamicTest.dynamicTest(one.name(), () -> holds(one)));
    }

    private void holds(Corpus.Case one) {
        for (var n = 0; n < INPUTS; n++) {
            var plain = one.flow().plain(new Effects(), n);
            for (var reload : new boolean[] {false, true}) {
                var effects = new Effects();
                var result = run(one, effects, n, reload);
                assertThat(result).as("%s(%s) reload=%s", one.name(), n, reload).isEqualTo(plain.result());
                assertThat(effects.log())
                        .as("%s(%s) reload=%s", one.name(), n, reload)
                        .isEqualTo(calls(plain));
            }
        }
    }

    /** What was called; the engine's sleeps leave no line. */
    private static List<String> calls(Observed plain) {
        return plain.log().stream().filter(line -> !line.startsWith("sleep")).toList();
    }

    private String run(Corpus.Case one, Effects effects, int n, boolean reload) {
        Effects.enter(effects);
        try (var engine = Engine.open(new MemoryStore(java.time.Clock.systemUTC()))
                .register(one.flow().registered(effects))
                .reloadAtEveryAwait(reload)
                .start()) {
            return outcome(starters.start(one, engine, "run", n));
        } finally {
            Effects.enter(null);
        }
    }

    private static String outcome(Run<?> run) {
        try {
            return "= " + Show.of(run.result());
        } catch (RunFailed failed) {
            return "! " + Show.failure(failed.getCause());
        }
    }
}
