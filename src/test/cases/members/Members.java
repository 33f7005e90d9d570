package members;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;
import dev.perdure.tests.harness.Effects;

/** Cases 77, 78, 83 and 84: members of the host and where they come from. */
public class Members extends Base {
    private static final String PREFIX = "m";
    private static final int WEIGHT = 3;
    private static String title() {
        return PREFIX + "title";
    }

    private final Effects fx;
    private final int[] secret = {5, 6};
    protected final String tag = "tag";
    int open = 7;

    Members(Effects fx) {
        super("base");
        this.fx = fx;
    }

    private String hidden(String text, int... numbers) {
        return "<" + text + numbers.length + secret[0] + ">";
    }

    private int failing(int n) throws java.io.IOException {
        if (n == 3) throw new java.io.IOException("three");
        return n;
    }

    private <T extends Comparable<T>> T larger(T a, T b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    private static void quiet() {}

    @Durable
    private String secretly(int n) {
        return hidden("s") + await(() -> fx.num("secretly", n)).get();
    }

    @Durable
    public String c077_private_method_field_constant(int n) throws java.io.IOException {
        var text = hidden(PREFIX, n, WEIGHT) + await(() -> fx.num("a", secret[0] + WEIGHT)).get();
        text += title() + this.hidden("x") + Members.title() + secret.length + this.secret[1] + tag + open;
        quiet();
        text += hidden("h", await(() -> fx.num("b", n)).get(), failing(1)) + secretly(n);
        text += larger("p", "q") + larger(n, 2);
        try {
            text += failing(n) + await(() -> fx.num("c", failing(2))).get();
        } catch (java.io.IOException e) {
            text += e.getMessage();
        }
        return text + this.tag.length() + fx.f1(WEIGHT);
    }

    @Durable
    public String c078_inherited_and_static_inherited(int n) {
        var text = greet("a") + shared() + Base.shared() + LEVEL + kept + rank;
        text += await(() -> fx.text("a", greet("b") + shared())).get();
        text += greet(fx.f3(n)) + this.kept + this.rank + toString();
        return text + hashCode() + LIMIT;
    }

    @Override
    public String toString() {
        return "Members!";
    }

    @Override
    public int hashCode() {
        return 42;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    /** A host inside another class. */
    public static class Nested {
        private final Effects fx;

        Nested(Effects fx) {
            this.fx = fx;
        }

        @Durable
        public String c083_static_nested(int n) {
            var text = PREFIX + await(() -> fx.num("a", n)).get();
            return text + title() + new Members(fx).hidden("n") + fx.f1(WEIGHT);
        }
    }

    @Durable
    public static String c084_static_method(int n) {
        var fx = n + 1;
        int a = await(() -> Effects.now().num("a", n)).get();
        var text = PREFIX + title() + a + helper(n) + fx;
        return text + Effects.now().f1(WEIGHT);
    }

    @Durable
    static int helper(int n) {
        return await(() -> Effects.now().num("helper", n)).get() * 2;
    }
}
