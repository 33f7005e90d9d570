package dev.perdure.tests.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.tests.harness.Differential;
import dev.perdure.tests.harness.Effects;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Each case, plain, lowered and crashed at every await, with several inputs: always the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseTest {
    private static final int INPUTS = 6;
    private static final int CRASHES_ALONE = 60;

    private final Corpus.Loaded corpus = Corpus.load();

    @Test
    void every_case_compiles() {
        assertThat(corpus.refusals()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> every_way_comes_to_the_same() {
        return corpus.cases().stream()
                .filter(one -> one.name().startsWith("c"))
                .map(one -> DynamicTest.dynamicTest(one.name(), () -> holds(one)));
    }

    static void holds(Corpus.Case one) {
        var flow = one.flow();
        List<String> differences = new ArrayList<>();
        for (var n = 0; n < INPUTS; n++) {
            var input = new Object[] {n};
            var difference = new Differential(flow, Effects::new, input::clone).difference(CRASHES_ALONE);
            if (difference != null) differences.add(difference);
        }
        assertThat(differences).isEmpty();
    }
}
