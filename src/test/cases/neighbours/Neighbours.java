package neighbours;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;
import dev.perdure.tests.harness.Effects;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Cases 108 and 109: what an attribution in the wrong place once broke. */
public class Neighbours {
    private final Effects fx;

    Neighbours(Effects fx) {
        this.fx = fx;
    }

    /** With a compact constructor. */
    public record Range(int low, int high) {
        public Range {
            if (low > high) {
                int swapped = low;
                low = high;
                high = swapped;
            }
        }
    }

    @Durable
    public String c108_nested_record_with_a_compact_constructor(int n) {
        var range = new Range(n, 2);
        var other = new Range(await(() -> fx.num("a", 3)).get(), await(() -> fx.num("b", n)).get());
        return range + "|" + other + await(() -> fx.num("c", range.low())).get();
    }

    @Durable
    public String c109_anonymous_var_and_implicit_lambda_over_it(int n) {
        var o = new Object() {
            int a = n;
            String b = "b";
        };
        o.a += 3;
        var list = new ArrayList<>(List.of(o));
        list.forEach(each -> each.a++);
        Function<Object, Integer> f = any -> o.a;
        var a = f.apply(o) + list.get(0).b;
        var x = await(() -> fx.text("a", a)).get();
        var sorted = List.of("ccc", "a", "bb").stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .collect(Collectors.groupingBy(s -> s.length() > n, Collectors.mapping(s -> s + x, Collectors.toList())));
        await(() -> fx.note("b", sorted)).get();
        return x + sorted.getOrDefault(true, List.of()) + Map.of("k", x).entrySet().stream()
                .map(e -> e.getKey() + e.getValue())
                .collect(Collectors.joining());
    }
}
