package expressions;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;
import dev.perdure.tests.harness.Effects;

/** Cases 22 to 28: what is evaluated before what. */
public class Operands {
    private final Effects fx;

    Operands(Effects fx) {
        this.fx = fx;
    }

    private static String three(Object a, Object b, Object c) {
        return a + "," + b + "," + c;
    }

    @Durable
    public String c022_concat_order(int n) {
        int i = n;
        String text = "" + i++ + await(() -> fx.text("a", "A")).get() + i++ + await(() -> fx.text("b", "B")).get() + i;
        char c = 'x';
        text += c + 1 + await(() -> fx.text("c", "C")).get() + c + 1 + null + 1.0f + 2L;
        return text + (i + await(() -> fx.num("d", 1)).get()) + i + 'y';
    }

    @Durable
    public String c023_argument_order(int n) {
        int i = n;
        String text = three(i++, await(() -> fx.num("a", 1)).get(), i);
        text += three(await(() -> fx.num("b", 2)).get(), i++, await(() -> fx.num("c", 3)).get());
        text += three(fx.f1(i), i = 7, fx.f2(i));
        return text + String.join("-", "p" + i++, fx.f3(i), "q" + i++, fx.f3(i));
    }

    @Durable
    public String c024_await_in_await(int n) {
        int a = await(() -> fx.num("outer", n)).get() + fx.f1(fx.f2(await(() -> fx.num("inner", n)).get()));
        return fx.f3(fx.f1(a) + fx.f1(fx.f1(n)));
    }

    @Durable
    public String c025_local_reassigned_by_a_later_operand(int n) {
        int x = n;
        int a = x + (x = await(() -> fx.num("a", 5)).get()) + x;
        int b = x * await(() -> fx.num("b", 3)).get() - (x = 2) + x;
        int c = x + fx.f1(x = 4) * x;
        int d = (x += 3) + await(() -> fx.num("d", 1)).get() + (x -= 1) + x;
        String s = "s";
        String t = s + (s = await(() -> fx.text("e", "t")).get()) + s;
        return a + "|" + b + "|" + c + "|" + d + "|" + t + x + s;
    }

    @Durable
    public String c026_increments_in_arguments(int n) {
        int i = n;
        String text = three(i++, ++i, await(() -> fx.num("a", 0)).get());
        text += three(i--, await(() -> fx.num("b", 0)).get(), --i);
        Integer boxed = n;
        text += three(boxed++, await(() -> fx.num("c", 0)).get(), ++boxed);
        char c = 'a';
        text += three(c++, await(() -> fx.num("d", 0)).get(), c);
        int[] cells = {n, 2};
        int at = 0;
        text += three(cells[at++]++, await(() -> fx.num("e", 0)).get(), cells[at]-- + cells[0]);
        return text + i + boxed + c + cells[0] + cells[1];
    }

    @Durable
    public String c027_compound_with_increment_and_await(int n) {
        int i = n;
        i += i++ + await(() -> fx.num("a", 10)).get();
        int j = 3;
        j -= j-- - await(() -> fx.num("b", n)).get() * ++j;
        int k = 1;
        k += (k = 5) + await(() -> fx.num("c", k0(n))).get() + k;
        int m = 2;
        m *= m + (m += fx.f1(m)) * m;
        return i + "|" + j + "|" + k + "|" + m;
    }

    private static int k0(int n) {
        return n * n;
    }

    @Durable
    public String c028_compound_of_byte_char_integer_string(int n) {
        byte b = 120;
        b += await(() -> fx.num("a", n * 10)).get();
        char c = 'a';
        c += await(() -> fx.num("b", n)).get();
        short s = 1;
        s <<= await(() -> fx.num("c", 14)).get();
        Integer boxed = 5;
        boxed *= await(() -> fx.num("d", n)).get();
        String text = null;
        text += await(() -> fx.num("e", n)).get();
        text += 'z';
        long l = 1;
        l <<= await(() -> fx.num("f", 33)).get();
        int i = 7;
        i *= await(() -> fx.give("g", 1.5)).get();
        i >>>= await(() -> fx.num("h", 1)).get();
        float f = 1;
        f /= await(() -> fx.num("i", 3)).get();
        double d = 10;
        d %= await(() -> fx.num("j", 4)).get();
        boolean flag = n > 1;
        flag &= await(() -> fx.flag("k", true)).get();
        flag |= await(() -> fx.flag("l", n == 0)).get();
        flag ^= await(() -> fx.flag("m", true)).get();
        CharSequence nothing = null;
        String o = nothing + await(() -> fx.text("n", "p")).get();
        return b + "|" + (int) c + "|" + s + "|" + boxed + "|" + text + "|" + l + "|" + i + "|" + f + "|" + d + "|" + flag + o;
    }
}
