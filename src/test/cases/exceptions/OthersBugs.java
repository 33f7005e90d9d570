package exceptions;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;
import dev.perdure.tests.harness.Effects;
import dev.perdure.tests.harness.Oops;
import java.util.ArrayList;
import java.util.List;

/** What other compilers of this kind once got wrong. */
public class OthersBugs {
    private final Effects fx;

    OthersBugs(Effects fx) {
        this.fx = fx;
    }

    static int all(int a, int b, int c, int d) {
        return ((a * 10 + b) * 10 + c) * 10 + d;
    }

    /** Roslyn 24273: operands were spilled only up to the last await. */
    @Durable
    public int c901_spill_up_to_the_last_await_only(int n) {
        int x = n;
        return all(x++, await(() -> fx.num("a", x0(n))).get(), x++, x++);
    }

    private static int x0(int n) {
        return n % 10;
    }

    /** Roslyn 42464 and 81212: when an index is checked, and which value a compound assignment reads. */
    @Durable
    public String c902_stale_compound_value(int n) {
        int x = n;
        x += await(() -> fx.num("a", 1)).get() + (x = 50);
        int[] cells = {n};
        cells[0] += await(() -> fx.num("b", 1)).get() + (cells[0] = 7);
        int at = 0;
        int[] others = {1, 2, 3};
        others[at] = (at = 2) + await(() -> fx.num("c", 2)).get() + at;
        others[at] += await(() -> fx.num("d", 2)).get() + (others[at] = 40) + (at = 1);
        return x + "|" + cells[0] + "|" + others[0] + others[1] + others[2] + at;
    }

    /** Regenerator 173, 255, 275: return and finally in loops. */
    @Durable
    public String c903_return_in_finally_of_a_loop(int n) {
        List<String> seen = new ArrayList<>();
        for (int i = 0; ; i++) {
            int j = i;
            try {
                while (true) {
                    try {
                        if (await(() -> fx.flag("a", j < n)).get()) break;
                        return seen + "!" + j;
                    } finally {
                        seen.add("in" + await(() -> fx.num("b", j)).get());
                    }
                }
            } finally {
                seen.add("out" + j);
                await(() -> fx.note("c", seen.size())).get();
            }
        }
    }

    /** Kotlin 1769, 2041, 2113: a failure in a finally, and a capture changed after it. */
    @Durable
    public String c904_value_returned_before_the_finally_changes_it(int n) {
        int x = n;
        try {
            x++;
            return "x" + x + helper(x, await(() -> fx.num("a", n)).get());
        } finally {
            x += 100;
            int y = x;
            await(() -> fx.note("b", y)).get();
        }
    }

    private static String helper(int a, int b) {
        return "(" + a + b + ")";
    }

    /** Scala-async 66, 104, 120: an await as the last expression of nested branches. */
    @Durable
    public int c905_await_as_the_value_of_nested_branches(int n) {
        int value = n > 2 ? (n > 3 ? await(() -> fx.num("a", 1)).get() : await(() -> fx.num("b", 2)).get()) : n > 1 ? 3 : await(() -> fx.num("c", 4)).get();
        int other;
        if (n == 1) other = await(() -> fx.num("d", value0(n))).get();
        else if (n == 2) throw new Oops("two");
        else other = value;
        return value * 10 + other;
    }

    private static int value0(int n) {
        return n + 40;
    }

    /** ea-async 42, 45: a value on the operand stack while an exception passes. */
    @Durable
    public String c906_operands_survive_a_caught_failure(int n) {
        int x = 3;
        String text = "s" + x++ + guarded(n) + x;
        for (int i = 0; i < 2; i++) {
            try {
                text = text + i + await(() -> fx.shaky("a", n)).get() + x++;
            } catch (Oops e) {
                text = text + e.getMessage() + x--;
            }
        }
        return text;
    }

    @Durable
    String guarded(int n) {
        try {
            return "g" + await(() -> fx.shaky("g", n)).get();
        } catch (Oops e) {
            return "caught";
        }
    }

    /** Roslyn 38309: an operator that looks at its right side only if it must, with an await there, among spilled operands. */
    @Durable
    public String c907_boxed_conditional_operators_among_operands(int n) {
        int x = n;
        Boolean odd = n % 2 == 1;
        var told = told(x++, odd && await(() -> fx.flag("a", n > 2)).get() || x++ > 3, x++);
        Boolean both = odd | await(() -> fx.flag("b", n > 1)).get() && !(odd ^ await(() -> fx.flag("c", n > 0)).get());
        return told + both + x;
    }

    private static String told(int a, Boolean b, int c) {
        return a + "|" + b + "|" + c;
    }
}
