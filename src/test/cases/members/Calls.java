package members;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;
import dev.perdure.tests.harness.Bad;
import dev.perdure.tests.harness.Effects;
import dev.perdure.tests.harness.Oops;
import java.util.ArrayList;
import java.util.List;

/** Cases 89 and 90: durable methods that call others, and steps that are awaits by themselves. */
public class Calls {
    private final Effects fx;

    Calls(Effects fx) {
        this.fx = fx;
    }

    @Durable
    int add(int a, int b) {
        int sum = a + b;
        int seen = await(() -> fx.num("add", sum)).get();
        return seen + await(() -> fx.num("more", a)).get() - a;
    }

    @Durable
    long factorial(int n) {
        await(() -> fx.note("down", n)).get();
        if (n <= 1) return 1;
        long below = n * factorial(n - 1);
        return await(() -> fx.big("up", below)).get();
    }

    @Durable
    boolean even(int n) {
        fx.mark("even" + n);
        return n == 0 || odd(n - 1);
    }

    @Durable
    boolean odd(int n) {
        if (n == 0) return false;
        await(() -> fx.note("odd", n)).get();
        return even(n - 1);
    }

    @Durable
    int failing(int n) throws Bad {
        try {
            return await(() -> fx.risky("risky", n)).get();
        } finally {
            await(() -> fx.note("cleaned")).get();
        }
    }

    @Durable
    void nothing(String text) {
        if (text.isEmpty()) return;
        await(() -> fx.note("nothing", text)).get();
    }

    @Durable
    <T extends Comparable<T>> List<String> generic(List<String> in, String... more) {
        var out = new ArrayList<>(in);
        for (var text : more) out.add(await(() -> fx.text("generic", text)).get());
        return out;
    }

    @Durable
    int without(int n) {
        return n * 7;
    }

    @Durable
    public String c089_durable_calls_durable_recursion_mutual(int n) {
        int x = 1;
        var text = "" + add(x++, n) + x + add(add(n, 1), await(() -> fx.num("arg", x0(n))).get());
        text += factorial(n) + "," + even(n) + odd(n);
        nothing("");
        nothing("n" + n);
        text += generic(List.of("p"), "q", fx.f3(n)).size() + without(n);
        for (int i = 0; i < 2; i++) {
            try {
                text += failing(n + i);
            } catch (Bad e) {
                text += e.getMessage() + add(i, i);
            }
        }
        if (n > 2 && even(n) || add(1, 1) > 5) text += n % 2 == 0 ? add(3, 3) : without(1);
        try {
            if (n == 5) throw new Oops("at " + add(5, 5));
        } catch (Oops e) {
            nothing(e.getMessage());
        }
        return text;
    }

    private static int x0(int n) {
        return n + 20;
    }

    @Durable
    public String c090_steps_nested_four_deep(int n) {
        long deep = fx.f4(fx.f3(fx.f2(fx.f1(n))));
        int i = n;
        var text = deep + fx.f3(fx.f2(i++) + fx.f2(fx.f1(i)) * i--) + i;
        fx.mark(text);
        fx.mark("x" + fx.sum(fx.f1(1), fx.f2(fx.f1(2)), i));
        if (fx.f4(fx.f3(n)) > 1 && fx.f1(n) > 2) text += fx.f1(fx.f1(0));
        try {
            text += fx.odd(fx.f1(n)) + fx.odd(fx.f2(n));
        } catch (Bad e) {
            text += e.getMessage() + fx.f3(fx.f1(7));
        }
        return text;
    }
}
