package dev.perdure.tests.builds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.tests.compile.Compiled;
import dev.perdure.tests.compile.Javac;
import dev.perdure.tests.compile.Source;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Flows of so many files that several second compilers share them, where there are several cores. */
class ManyFlowsTest {
    private static final int MANY = 40;

    /** A flow that uses a type of another one, in another part, and one that a processor makes in the first round. */
    private static Source flow(int number, String local) {
        return Source.of("shop/Flow" + number + ".java", """
                package shop;

                import static dev.perdure.Perdure.await;

                import dev.perdure.Durable;

                public class Flow%1$d {
                    public record Item(int count) {}

                    @Durable
                    public int run(int n) {
                        var item = new Flow%2$d.Item(await(() -> n + %1$d).get());
                        var made = new made.Second(await(() -> item.count()).get());
                        %3$s kept = null;
                        await(() -> made.twice()).get();
                        return item.count() + made.x() + (kept == null ? 0 : 1);
                    }
                }
                """.formatted(number, (number + MANY / 2) % MANY, local));
    }

    private static Compiled compile(List<Source> sources) {
        return Javac.compile(
                sources, List.of(new GeneratingProcessor(), Javac.processor()), "-Xlint:all,-processing", "-Werror");
    }

    private static List<Source> project(int wrong, int alsoWrong) {
        return IntStream.range(0, MANY)
                .mapToObj(i -> flow(i, i == wrong || i == alsoWrong ? "Thread" : "String"))
                .toList();
    }

    @Test
    void a_machine_does_not_depend_on_how_many_flows_are_compiled_beside_it() {
        var together = compile(project(-1, -1));
        assertThat(together.messages()).isEmpty();
        assertThat(together.generated().keySet())
                .containsAll(IntStream.range(0, MANY)
                        .mapToObj(i -> "shop.Flow" + i + "_run_Machine")
                        .toList());
        var apart = new TreeMap<String, String>();
        for (int i = 0; i < MANY / 2; i++)
            apart.putAll(machines(List.of(flow(i, "String"), flow(i + MANY / 2, "String"))));
        assertThat(new TreeMap<>(together.generated())).containsAllEntriesOf(apart);
    }

    private static Map<String, String> machines(List<Source> sources) {
        var compiled = compile(sources);
        assertThat(compiled.messages()).isEmpty();
        return compiled.generated();
    }

    @Test
    void findings_come_in_the_order_of_the_files_each_once() {
        var compiled = compile(project(3, MANY - 2));
        assertThat(compiled.errors())
                .extracting(error -> String.valueOf(error.getSource()).replaceAll(".*(Flow\\d+).*", "$1"))
                .containsExactly("Flow3", "Flow" + (MANY - 2));
        assertThat(compiled.messages()).contains("perdure/unsaveable-local");
    }
}
