package scopes;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;
import dev.perdure.tests.harness.Effects;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Cases 67 to 76: names, and what lambdas and classes take along. */
public class Scopes {
    private final Effects fx;

    Scopes(Effects fx) {
        this.fx = fx;
    }

    @Durable
    public String c067_same_name_in_disjoint_scopes(int n) {
        var text = "";
        {
            int x = await(() -> fx.num("a", n)).get();
            text += x;
            await(() -> fx.note("after a", x)).get();
            text += x;
        }
        {
            String x = await(() -> fx.text("b", "b")).get();
            await(() -> fx.note("after b", x)).get();
            text += x;
        }
        for (int x = 0; x < 2; x++) {
            int y = x;
            text += await(() -> fx.num("c", y)).get();
        }
        for (var x : List.of(1L, 2L)) text += await(() -> fx.big("d", x)).get();
        try {
            await(() -> fx.shaky("e", n)).get();
        } catch (RuntimeException x) {
            await(() -> fx.note("f")).get();
            text += x.getMessage();
        }
        return text;
    }

    @Durable
    public String c068_lambda_capture_per_iteration(int n) {
        var text = "";
        for (int i = 0; i < 3; i++) {
            int own = i * n;
            await(() -> fx.num("a", own)).get();
            IntSupplier late = () -> own + n;
            Supplier<IntSupplier> deep = () -> () -> own * 2;
            text += late.getAsInt() + deep.get().getAsInt() + ",";
            int again = await(() -> fx.num("b", late(own))).get();
            text += List.of(1, 2).stream().map(v -> v * own + again).map(String::valueOf).collect(Collectors.joining("/"));
        }
        for (var word : List.of("p", "q")) {
            await(() -> fx.note("c", word)).get();
            Function<String, String> add = other -> word + other + n;
            text += add.apply("x") + await(() -> fx.text("d", word + word)).get();
        }
        return text;
    }

    private static int late(int own) {
        return own + 1;
    }

    @Durable
    public String c069_anonymous_class_with_own_fields(int n) {
        int base = await(() -> fx.num("a", n)).get();
        var shown = new Object() {
            int field = base + 1;

            String twice() {
                int local = field;
                return base + ":" + this.field + local;
            }
        }.twice();
        await(() -> fx.note("b", shown)).get();
        Supplier<String> counter = new Supplier<>() {
            private int count = n;

            @Override
            public String get() {
                count += base;
                return shown + count;
            }
        };
        return counter.get() + counter.get();
    }

    @Durable
    public String c070_local_record_inside_a_lambda(int n) {
        int top = await(() -> fx.num("a", 3)).get();
        Supplier<String> made = () -> {
            record Point(int x, int y) {}
            return new Point(top, n).toString();
        };
        String text = made.get();
        await(() -> fx.note("b", text)).get();
        return text + top;
    }

    @Durable
    public String c072_effectively_final_assigned_in_branches(int n) {
        final int x;
        String word;
        if (n > 2) {
            x = await(() -> fx.num("a", 1)).get();
            word = "big";
        } else {
            x = 2;
            word = await(() -> fx.text("b", "small")).get();
        }
        await(() -> fx.note("c", x, word)).get();
        IntSupplier s = () -> x + word.length();
        return word + s.getAsInt() + await(() -> fx.num("d", x)).get();
    }

    @Durable
    public String c073_late_definite_assignment(int n) {
        int a;
        String b;
        List<Integer> c;
        if (await(() -> fx.flag("a", n % 2 == 0)).get()) {
            a = 1;
            await(() -> fx.note("between")).get();
            b = "even";
        } else {
            b = "odd";
            a = await(() -> fx.num("b", 7)).get();
        }
        boolean done;
        do {
            done = await(() -> fx.flag("c", true)).get();
        } while (!done);
        c = new ArrayList<>();
        c.add(a);
        await(() -> fx.note("d", c)).get();
        c.add(b.length());
        final int k;
        switch (n) {
            case 0 -> k = fx.f1(0);
            case 1 -> k = 5;
            default -> {
                fx.mark("k");
                k = 6;
            }
        }
        await(() -> fx.note("e", k)).get();
        return a + b + c + k;
    }

    @Durable
    public String c074_locals_named_like_ours(int n) {
        int state = await(() -> fx.num("a", n)).get();
        String result = "r" + state;
        var caught = new ArrayList<String>();
        int self = 4;
        int point = 5;
        String thrown = "t";
        int frame = 1;
        int outcome = 2;
        int slot = 3;
        int $ = 8;
        int value = 9;
        int in = 10;
        int out = 11;
        try {
            caught.add(result + self);
            await(() -> fx.note("b", caught)).get();
            state += point + self + frame + outcome + slot + $ + value + in + out;
            result += await(() -> fx.text("c", "x")).get() + thrown;
        } finally {
            caught.add(result + state);
            await(() -> fx.note("d", caught)).get();
        }
        return result + caught + self + point + frame + outcome + slot + $ + value + in + out;
    }

    @Durable
    public int c075_unbraced_statement_with_a_lambda(int n) {
        int x = await(() -> fx.num("a", n)).get();
        int sum = 0;
        if (x > 1) sum += ((IntSupplier) () -> x + n).getAsInt();
        else sum -= ((IntSupplier) () -> x * 2).getAsInt();
        for (int i = 0; i < 2; i++) sum += await(() -> fx.num("b", x)).get();
        while (sum < 20) sum += ((IntSupplier) () -> x + 5).getAsInt();
        do sum--; while (sum > 25 && await(() -> fx.flag("c", x > 0)).get());
        return sum;
    }

    @Durable
    public String c076_lambda_and_assignment_in_one_statement(int n) {
        int x = n;
        int fixed = await(() -> fx.num("a", n)).get();
        x = ((IntSupplier) () -> fixed + 1).getAsInt() + x++;
        String text = "" + (x += 2) + ((Supplier<String>) () -> "s" + fixed).get() + await(() -> fx.num("b", fixed)).get() + x;
        List<Integer> list;
        list = List.of(1, 2, 3).stream().filter(v -> v != fixed).collect(Collectors.toList());
        await(() -> fx.note("c", list)).get();
        return text + list + x;
    }
}
