package scopes;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;
import dev.perdure.tests.harness.Effects;
import java.util.ArrayList;

/** Case 71: local types across awaits. */
public class LocalRecords {
    private final Effects fx;

    LocalRecords(Effects fx) {
        this.fx = fx;
    }

    @Durable
    public String c071_local_record_across_awaits(int n) {
        record Point(int x, String name) {
            Point moved(int by) {
                return new Point(x + by, name);
            }
        }
        enum Way {
            UP,
            DOWN
        }
        var points = new ArrayList<Point>();
        for (int i = 0; i < 3; i++) {
            int j = i;
            points.add(new Point(await(() -> fx.num("a", j)).get(), "p" + i));
        }
        var way = n > 2 ? Way.UP : Way.DOWN;
        var first = points.get(0);
        await(() -> fx.note("b", way.name())).get();
        var moved = first.moved(await(() -> fx.num("c", way == Way.UP ? 1 : -1)).get());
        return points.toString() + moved + way;
    }
}
