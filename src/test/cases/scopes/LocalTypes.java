package scopes;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;
import dev.perdure.tests.harness.Effects;
import java.util.ArrayList;

/** Case 71: local types across awaits. */
public class LocalTypes {
    private static final int FACTOR = 3;

    private final Effects fx;

    LocalTypes(Effects fx) {
        this.fx = fx;
    }

    private static int times(int n) {
        return n * FACTOR;
    }

    @Durable
    public String c071_local_record_enum_and_interface_across_awaits(int n) {
        enum Size {
            SMALL,
            LARGE
        }
        interface Shown {
            String show();
        }
        record Box(int count, Size size) implements Shown {
            Box {
                if (count < 0) throw new IllegalArgumentException("count");
            }

            @Override
            public String show() {
                return size + ":" + times(count);
            }
        }
        var boxes = new ArrayList<Box>();
        for (int i = 0; i < 3; i++) {
            int j = i;
            var size = await(() -> fx.num("size", j)).get() > n ? Size.LARGE : Size.SMALL;
            boxes.add(new Box(i, size));
        }
        Shown first = boxes.get(0);
        var text = first.show();
        await(() -> fx.note("first", text)).get();
        switch (boxes.get(1).size()) {
            case SMALL -> await(() -> fx.num("small", 1)).get();
            case LARGE -> await(() -> fx.num("large", 2)).get();
        }
        return text + boxes.get(2).show() + boxes.size();
    }
}
