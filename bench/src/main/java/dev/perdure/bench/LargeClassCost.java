package dev.perdure.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the annotation processor adds to the build of one class of very many methods. The store is not used. */
final class LargeClassCost implements Workload {
    private static final String METHOD = """
                int method%1$d(int a, String text) {
                    var numbers = new ArrayList<Integer>();
                    for (int i = 0; i < a; i++) numbers.add(i * %1$d + text.length());
                    return numbers.stream().filter(each -> each %% 2 == 0).mapToInt(each -> each + %1$d).sum();
                }

            """;

    private static final String DURABLE = """
                @Durable
                public int flow(int a, String text) {
                    return await(() -> method1(a, text)).withRetry(3).get();
                }

            """;

    @Override
    public String name() {
        return "large-class";
    }

    @Override
    public String purpose() {
        return "what the processor adds to a build of one class with many methods, none or one of them durable";
    }

    @Override
    public Map<String, String> options() {
        return Map.of("methods", "1000", "rounds", "5");
    }

    @Override
    public Figures run(Request request) throws Exception {
        return new Rounds(request).median(folder -> {
            var none = write(folder.resolve("none"), request.count("methods"), "");
            var one = write(folder.resolve("one"), request.count("methods"), DURABLE);
            var plain = CompilerChild.run(ProcessorCost.arguments(folder.resolve("a"), none, false));
            var idle = CompilerChild.run(ProcessorCost.arguments(folder.resolve("b"), none, true));
            var without = CompilerChild.run(ProcessorCost.arguments(folder.resolve("c"), one, false));
            var durable = CompilerChild.run(ProcessorCost.arguments(folder.resolve("d"), one, true));
            return Figures.none()
                    .and("plain_ms", plain.millis())
                    .and("added_without_durable_ms", idle.millis() - plain.millis())
                    .and("added_with_one_ms", durable.millis() - without.millis())
                    .and("added_with_one_cpu_ms", durable.cpuMillis() - without.cpuMillis());
        });
    }

    private static List<Path> write(Path folder, int methods, String durable) throws IOException {
        var text = new StringBuilder("""
                package shop;

                import static dev.perdure.Perdure.await;

                import dev.perdure.Durable;
                import java.util.ArrayList;

                public class Large {
                """);
        text.append(durable);
        for (int i = 0; i < methods; i++) text.append(METHOD.formatted(i));
        Files.createDirectories(folder);
        return List.of(Files.writeString(folder.resolve("Large.java"), text.append("}\n")));
    }
}
