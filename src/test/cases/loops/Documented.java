package loops;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;
import dev.perdure.tests.harness.Effects;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Cases 19 and 21: where a durable for-each differs from the plain one, as documented; run lowered only. */
public class Documented {
    private final Effects fx;

    Documented(Effects fx) {
        this.fx = fx;
    }

    /** Later additions are unseen, and there is no ConcurrentModificationException. */
    @Durable
    public String l019_list_changed_in_the_body(int n) {
        var items = new ArrayList<>(List.of(1, 2, 3));
        var seen = "";
        for (int item : items) {
            seen += await(() -> fx.num("a", item)).get();
            items.add(item * 10);
        }
        return seen + items.size();
    }

    /** The elements are fetched before the first await. */
    @Durable
    public String l021_lazy_iterable(int n) {
        Iterable<Integer> lazy = () -> new Iterator<>() {
            private int next = 0;

            @Override
            public boolean hasNext() {
                return next < 3;
            }

            @Override
            public Integer next() {
                return next++;
            }
        };
        var seen = "";
        for (var item : lazy) seen += await(() -> fx.num("a", item + n)).get() + ",";
        return seen;
    }
}
