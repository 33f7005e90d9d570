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
    public String c071_local_classes_that_capture_nothing(int n) {
        final int fixed = 4;
        class Counter {
            private int count;
            static final int STEP = 2;

            Counter(int count) {
                this.count = count;
            }

            int next() {
                return count += STEP + fixed + times(1);
            }
        }
        class Loud extends Counter {
            Loud() {
                super(10);
            }

            @Override
            int next() {
                int local = super.next();
                Runnable twice = () -> Loud.super.next();
                twice.run();
                return local + fx.toString().length() * 0;
            }
        }
        var counter = new Counter(n);
        int first = counter.next() + counter.next();
        var counters = new Counter[] {new Loud(), new Counter(1) {
            @Override
            int next() {
                return -n;
            }
        }};
        for (var each : counters) first += each.next();
        first += await(() -> fx.num("a", new Counter(n).next())).get();
        if (new Loud().next() > 0) first += await(() -> fx.num("b", n)).get() + new Loud().next();
        Object any = new Loud();
        return first + (any instanceof Counter seen ? "c" + seen.next() : "none") + Counter.STEP;
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

    @Durable
    public String c971_any_local_class_in_a_block_of_its_own(int n) {
        int base = await(() -> fx.num("a", n)).get();
        String text;
        {
            class Sum {
                int of(int other) {
                    return base + other;
                }
            }
            text = "" + new Sum().of(n);
        }
        int second = await(() -> fx.num("b", 2)).get();
        if (second > 0) {
            class Sum {
                int twice() {
                    return second * 2 + base;
                }
            }
            text += new Sum().twice();
        }
        return text + await(() -> fx.num("c", base)).get();
    }
}
