package conditions;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;
import dev.perdure.tests.harness.Effects;

/** Cases 1 to 8: what decides which way control goes. */
public class Conditions {
    private final Effects fx;

    public Conditions(Effects fx) {
        this.fx = fx;
    }

    @Durable
    public int c001_two_awaits(int n) {
        var a = await(() -> fx.num("a", n)).get();
        var b = await(() -> fx.num("b", a * 10)).get();
        return a + b;
    }

    @Durable
    public String c002_named_await(int n) {
        var a = await(() -> fx.num("a", n)).named("first").get();
        String b = await(() -> fx.text("b", "x" + a)).named("second").get();
        await(() -> fx.note("c", b)).named("third").get();
        return b + a;
    }

    @Durable
    public String c003_if_else_if(int n) {
        var text = "";
        if (n == 0) {
            text = await(() -> fx.text("zero", "0")).get();
        } else if (n == 1) text += await(() -> fx.text("one", "1")).get();
        else if (n < 4) {
            int m = n;
            if (n == 3) {
                var t = await(() -> fx.text("three", "3." + m)).get();
                text = t + await(() -> fx.text("again", t)).get();
            }
        } else {
            text = "many";
        }
        if (n > 2) await(() -> fx.note("big", n)).get();
        return text + n;
    }

    @Durable
    public String c004_await_in_a_condition(int n) {
        var text = "";
        if (await(() -> fx.flag("a", n > 1)).get()) text += "a";
        if (!await(() -> fx.flag("b", n % 2 == 0)).get()) text += "b";
        else text += "-";
        while (await(() -> fx.num("c", n)).get() > 2 && text.length() < 6) text += "c";
        if (await(() -> fx.num("d", n)).get() + 1 == await(() -> fx.num("e", 3)).get()) return text + "!";
        return text;
    }

    @Durable
    public String c005_mixes_of_and_or_not(int n) {
        boolean p = n % 2 == 0;
        boolean q = n > 2;
        boolean a = await(() -> fx.flag("a", p)).get() && await(() -> fx.flag("b", q)).get();
        boolean b = await(() -> fx.flag("c", p)).get() || !await(() -> fx.flag("d", q)).get() && p;
        boolean c = !(p && (await(() -> fx.flag("e", q)).get() || await(() -> fx.flag("f", !q)).get()));
        boolean d = p & await(() -> fx.flag("g", q)).get() | await(() -> fx.flag("h", false)).get() ^ q;
        if ((a || await(() -> fx.flag("i", b)).get()) && !(c && await(() -> fx.flag("j", d)).get())) return "yes" + a + b;
        return "no" + a + b + c + d;
    }

    @Durable
    public String c006_nested_ternary_conditions(int n) {
        boolean p = n > 1;
        boolean q = n % 2 == 0;
        if (p ? await(() -> fx.flag("a", q)).get() : q ? await(() -> fx.flag("b", true)).get() : await(() -> fx.flag("c", false)).get())
            return "t" + n;
        return (await(() -> fx.flag("d", p)).get() ? await(() -> fx.flag("e", q)).get() ? "x" : "y" : "z")
                + (q ? await(() -> fx.num("f", 1)).get() : 2);
    }

    @Durable
    public String c007_ternary_value_with_numeric_promotion(int n) {
        boolean p = n > 2;
        double mixed = p ? await(() -> fx.num("a", 7)).get() : 2.5;
        long wide = p ? await(() -> fx.num("b", n)).get() : 5_000_000_000L;
        var boxed = String.valueOf(p ? Integer.valueOf(await(() -> fx.num("c", n)).get()) : Double.valueOf(1));
        String chars = "" + (p ? 'a' : await(() -> fx.num("d", 0)).get());
        var promoted = p ? 1 : await(() -> fx.give("e", 2.0)).get();
        Integer nothing = p ? null : await(() -> fx.give("f", 3)).get();
        return mixed + "|" + wide + "|" + boxed + "|" + chars + "|" + promoted + "|" + nothing;
    }

    @Durable
    public long c008_long_ternary_of_int(int n) {
        long total = 0;
        for (int i = 0; i < 3; i++) {
            total += i > n ? await(() -> fx.num("a", Integer.MAX_VALUE)).get() : 1L;
            total = total > 10 ? total + await(() -> fx.num("b", n)).get() : total;
        }
        return total;
    }
}
