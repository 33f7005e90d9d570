package dev.perdure.tests.builds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perdure.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Case 110: Lombok before and behind us on the processor path, on every JDK of this machine. It needs no option to open javac. */
class LombokTest {
    private static final String HEAD = """
            package shop;

            import static dev.perdure.Perdure.await;

            import dev.perdure.Durable;
            import dev.perdure.tests.harness.Effects;
            import java.util.ArrayList;
            import java.util.List;

            """;
    private static final String FLOW = HEAD + """
            import lombok.RequiredArgsConstructor;
            import lombok.val;

            @RequiredArgsConstructor
            public class LomFlow {
                private final Effects fx;
                private int total = 3;

                @Durable
                public String run(int n) {
                    val names = new ArrayList<String>();
                    for (val i : List.of(1, 2, n)) {
                        val order = new Order("o" + i);
                        order.setTotal(i * 10 + getOffset());
                        val total = order.getTotal();
                        if (n > 1) { val inner = order.getTotal(); names.add("" + inner); }
                        for (val each : List.of("p", "q")) names.add(each + order);
                        val text = await(() -> fx.num(new Order("x").getId(), total)).get();
                        names.add(text + ":" + i);
                        final val last = names.get(0);
                        names.add(last);
                    }
                    val size = names.size();
                    val line = Line.of("end", await(() -> fx.num("a", size)).get());
                    val more = await(() -> fx.num(line.getName(), line.getCount())).get();
                    return names + "" + size + more;
                }

                private int getOffset() {
                    return total;
                }
            }
            """;
    /** In files of their own: that one is generated from, this one only looked at. */
    private static final String ORDER = """
            package shop;

            import lombok.Data;

            @Data
            public class Order {
                private final String id;
                private int total;
            }
            """;

    private static final String LINE = """
            package shop;

            @lombok.Getter
            public final class Line {
                private final String name;
                private final Integer count;

                private Line(String name, Integer count) {
                    this.name = name;
                    this.count = count;
                }

                static Line of(String name, Integer count) {
                    return new Line(name, count);
                }
            }
            """;

    private static final String REWRITTEN = HEAD + """
            import lombok.Cleanup;
            import lombok.NonNull;
            import lombok.SneakyThrows;

            public class Rewritten {
                @Durable
                public String checks(@NonNull String id) {
                    return await(() -> id + 1).get();
                }

                @Durable
                @SneakyThrows
                public String wraps(String id) {
                    if (id == null) throw new java.io.IOException();
                    return await(() -> id + 1).get();
                }

                @Durable
                public String closes(String id) throws Exception {
                    @Cleanup var reader = new java.io.StringReader(id);
                    return await(() -> id + 1).get();
                }

                @Durable
                public String plain(String id) {
                    return await(() -> id + 1).get();
                }
            }
            """;

    @TempDir
    Path folder;

    private record Order(Jdk jdk, boolean oursFirst) {
        String processorPath() {
            var lombok = Folder.entry("/lombok");
            return oursFirst
                    ? Folder.joined(Project.processorPath(), lombok)
                    : Folder.joined(lombok, Project.processorPath());
        }

        String[] options() {
            return new String[] {"-Xlint:all", "-classpath", Folder.classPath(), "-processorpath", processorPath()};
        }

        @Override
        public String toString() {
            return jdk + (oursFirst ? ", ours first" : ", Lombok first");
        }
    }

    private static Stream<Order> orders() {
        return Jdk.all().stream().flatMap(jdk -> Stream.of(new Order(jdk, true), new Order(jdk, false)));
    }

    @TestFactory
    Stream<DynamicTest> c110_lombok_in_both_orders() {
        return orders().map(order -> DynamicTest.dynamicTest(order.toString(), () -> works(order)));
    }

    private void works(Order order) throws Exception {
        var project = new Folder(folder.resolve("works " + order))
                .with("shop/LomFlow.java", FLOW)
                .with("shop/Order.java", ORDER)
                .with("shop/Line.java", LINE);
        var compiled = project.compile(order.jdk, order.options());
        assertThat(compiled.output()).doesNotContain("error:", ".java:");
        assertThat(compiled.status()).isZero();
        project.holds("shop.LomFlow");
    }

    @TestFactory
    Stream<DynamicTest> what_rewrites_a_durable_method_is_refused() {
        return orders().map(order -> DynamicTest.dynamicTest(order.toString(), () -> refused(order)));
    }

    private void refused(Order order) throws Exception {
        var project = new Folder(folder.resolve("rewritten " + order)).with("shop/Rewritten.java", REWRITTEN);
        var compiled = project.compile(order.jdk, order.options());
        var said = compiled.output()
                .lines()
                .filter(line -> line.contains(Finding.UNSUITABLE_METHOD.slug()))
                .toList();
        assertThat(said).hasSize(3);
        for (var method : List.of("checks", "wraps", "closes"))
            assertThat(said).anyMatch(line -> line.contains("the body of " + method));
        assertThat(compiled.status()).isNotZero();
    }
}
