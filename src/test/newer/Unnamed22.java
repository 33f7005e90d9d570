package newer;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;
import dev.perdure.tests.harness.Effects;
import java.util.List;

/** Case 63: what has no name. Needs Java 22. */
public class Unnamed22 {
    private final Effects fx;

    Unnamed22(Effects fx) {
        this.fx = fx;
    }

    record Pair(int a, int b) {}

    @Durable
    public String c063_underscore(int n) {
        var text = "";
        for (var _ : List.of(1, 2)) text += await(() -> fx.num("a", n)).get();
        try {
            text += await(() -> fx.shaky("b", n)).get();
        } catch (RuntimeException _) {
            text += await(() -> fx.text("c", "failed")).get();
        }
        Object o = new Pair(n, 2);
        if (o instanceof Pair(int a, _)) {
            int _ = await(() -> fx.num("d", a)).get();
            text += a;
        }
        return text + List.of(1, 2, 3).stream().mapToInt(_ -> n).sum();
    }
}
