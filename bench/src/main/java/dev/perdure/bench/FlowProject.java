package dev.perdure.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Sources of a project of durable flows, each a class with one method of ten awaits, as people write them. */
final class FlowProject {
    private static final String FLOW = """
            package shop;

            import static dev.perdure.Perdure.await;
            import static dev.perdure.Perdure.sleep;

            import dev.perdure.Durable;
            import java.io.IOException;
            import java.time.Duration;
            import java.util.ArrayList;
            import java.util.List;

            public class Flow%1$d {
                public record Line(String sku, int count) {}

                public record Order(String id, long cents, List<Line> lines) {}

                public record Receipt(String id, String reservation, List<String> labels) {}

                public interface Shop {
                    String reserve(List<Line> lines);

                    boolean charge(Order order, String key) throws IOException;

                    String label(Line line);

                    void mail(Order order, List<String> labels);

                    long price(String sku);
                }

                private final Shop shop;
                private final Shop spare;

                public Flow%1$d(Shop shop, Shop spare) {
                    this.shop = shop;
                    this.spare = spare;
                }

                @Durable
                public Receipt place(Order order) throws IOException {
                    var reservation = await(() -> shop.reserve(order.lines())).withRetry(3).get();
                    if (order.cents() > 100_00) {
                        await(() -> shop.mail(order, List.of())).withRetry().get();
                        sleep(Duration.ofHours(1));
                    }
                    long total = 0;
                    for (int k = 0; k < order.lines().size(); k++) {
                        var line = order.lines().get(k);
                        total += await(() -> shop.price(line.sku())).withRetry(4).get() * line.count();
                    }
                    boolean charged;
                    try {
                        charged = await(() -> shop.charge(order, order.id())).withRetry(5).get();
                    } catch (IllegalStateException declined) {
                        charged = await(() -> spare.charge(order, declined.getMessage())).named("spare").get();
                    }
                    if (!charged && total > 10) {
                        await(() -> shop.mail(order, List.of("not charged"))).named("sorry").get();
                        throw new IOException("not charged");
                    }
                    var labels = new ArrayList<String>();
                    for (Line line : order.lines()) labels.add(await(() -> shop.label(line)).withRetry(4).get());
                    sleep(Duration.ofMinutes(5));
                    await(() -> shop.mail(order, labels)).named("receipt").withRetry().get();
                    return new Receipt(order.id(), describe(reservation, total), labels);
                }

                private String describe(String reservation, long total) {
                    return reservation + " for " + total;
                }
            }
            """;

    private FlowProject() {}

    /** Writes the sources of as many flows; which files they are. */
    static List<Path> write(Path folder, int flows) throws IOException {
        Files.createDirectories(folder);
        return IntStream.range(0, flows).mapToObj(i -> one(folder, i)).toList();
    }

    private static Path one(Path folder, int number) {
        try {
            return Files.writeString(folder.resolve("Flow" + number + ".java"), FLOW.formatted(number));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the project", e);
        }
    }
}
