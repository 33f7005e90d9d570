package expressions;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;
import dev.perdure.tests.harness.Effects;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cases 29 to 39: where an await can stand in an expression. */
public class Places {
    private final Effects fx;
    final int[] table = {10, 20, 30};
    static int calls;

    Places(Effects fx) {
        this.fx = fx;
    }

    /** One of two. */
    public sealed interface Plain permits Word, Num {}

    /** A text. */
    public record Word(String text) implements Plain {}

    /** A number. */
    public record Num(int value) implements Plain {}

    /** A small value. */
    public record Pair(int left, String right) {
        Pair with(int other) {
            return new Pair(other, right);
        }
    }

    @Durable
    public String c029_array_elements_with_await(int n) {
        int[] a = {1, 2, 3, 4, 5, 6};
        int i = 0;
        a[i++] = await(() -> fx.num("a", n)).get();
        a[i++] += await(() -> fx.num("b", 10)).get();
        a[await(() -> fx.num("c", 2)).get()] = i;
        a[await(() -> fx.num("d", 3)).get()] += await(() -> fx.num("e", 100)).get();
        a[await(() -> fx.num("f", 4)).get()]++;
        int old = --a[await(() -> fx.num("g", 5)).get()];
        a[a[1] > 5 ? 0 : 1] -= fx.f1(n) + a[0];
        int[][] grid = {{1, 2}, {3, 4}};
        grid[await(() -> fx.num("h", 1)).get()][i - 2] = grid[1][0] + 1;
        String[] words = {"p", "q"};
        words[0] += await(() -> fx.text("i", "r")).get();
        byte[] bytes = {1};
        bytes[0] += fx.f1(200);
        return Arrays.toString(a) + old + Arrays.deepToString(grid) + Arrays.toString(words) + bytes[0];
    }

    @Durable
    public String c030_array_initialisers_and_dimensions(int n) {
        int i = n;
        int[] a = {i++, await(() -> fx.num("a", 1)).get(), i};
        int[] b = new int[] {await(() -> fx.num("b", 2)).get(), i++, fx.f1(i)};
        int[][] c = {{fx.f1(1)}, {}, {i, fx.f2(i)}};
        long[] wide = {1, fx.f1(2), 'c'};
        String[] d = new String[await(() -> fx.num("c", 2)).get()];
        int[][] e = new int[fx.f1(1)][await(() -> fx.num("d", n)).get()];
        return Arrays.toString(a) + Arrays.toString(b) + Arrays.deepToString(c) + Arrays.toString(wide) + Arrays.toString(d)
                + Arrays.deepToString(e);
    }

    @Durable
    public String c031_constructor_arguments(int n) {
        int i = n;
        var pair = new Pair(i++, await(() -> fx.text("a", "x")).get() + i);
        var other = new Pair(await(() -> fx.num("b", 3)).get(), pair.right() + i).with(fx.f1(i));
        var list = new ArrayList<Pair>(List.of(pair, new Pair(fx.f1(1), fx.f3(2))));
        list.add(new Pair(list.size(), await(() -> fx.text("c", "y")).get()));
        return list.toString() + other;
    }

    private static String count(String first, int... rest) {
        return first + Arrays.toString(rest);
    }

    @Durable
    public String c032_varargs(int n) {
        int i = n;
        var text = count("a", i++, await(() -> fx.num("a", 1)).get(), i);
        text += count(await(() -> fx.text("b", "b")).get());
        text += count("c", new int[] {fx.f1(n)});
        text += fx.sum() + fx.sum(1, i, fx.f1(2)) + fx.sum(new int[] {4, 5});
        return text + String.format("%s %s", fx.f1(1), i) + Arrays.asList(i, fx.f2(i));
    }

    @Durable
    public String c033_casts_and_instanceof_on_the_result(int n) {
        Plain o = await(() -> fx.<Plain>give("a", n > 2 ? new Word("text") : new Num(n))).get();
        boolean text = await(() -> fx.<Plain>give("b", new Word("s"))).get() instanceof Word;
        byte narrow = (byte) (int) await(() -> fx.num("c", 300 + n)).get();
        Word cast = (Word) await(() -> fx.<Plain>give("d", new Word("cast"))).get();
        int back = o instanceof Num ? ((Num) o).value() : ((Word) o).text().length();
        return o + "|" + text + narrow + cast + back + (char) (await(() -> fx.num("e", 65)).get() + n) + (long) fx.f1(1);
    }

    @Durable
    public String c034_unary_and_shift(int n) {
        int a = -await(() -> fx.num("a", n)).get();
        int b = ~fx.f1(n) + +fx.f1(2);
        boolean c = !await(() -> fx.flag("b", n == 1)).get();
        long d = 1L << await(() -> fx.num("c", 40)).get() >>> fx.f1(n);
        int e = -8 >> await(() -> fx.num("d", 1)).get();
        return a + "|" + b + "|" + c + "|" + d + "|" + e + "|" + (n & await(() -> fx.num("e", 3)).get()) + (n ^ fx.f1(4) | 8);
    }

    @Durable
    public String c035_field_read_left_of_an_await(int n) {
        int before = table.length + table[1] + await(() -> fx.num("a", n)).get();
        var pair = new Pair(1, "p");
        String text = pair.right() + pair.left + await(() -> fx.text("b", "q")).get() + pair.right;
        return before + text + this.table[0] + fx.f1(this.table[2]);
    }

    @Durable
    public String c036_index_out_of_bounds_timing(int n) {
        int[] a = {1, 2};
        var text = "";
        try {
            a[n] = await(() -> fx.num("a", 1)).get();
            text += "stored ";
            a[n] += await(() -> fx.num("b", 1)).get();
            text += "added ";
        } catch (ArrayIndexOutOfBoundsException e) {
            text += e.getMessage() + " ";
        }
        try {
            text += a[n] + await(() -> fx.num("c", 1)).get();
        } catch (ArrayIndexOutOfBoundsException e) {
            text += "read " + e.getMessage();
        }
        try {
            int[] none = n == 1 ? null : new int[] {5};
            none[n] = fx.f1(1);
            none[0] /= await(() -> fx.num("d", n)).get();
        } catch (NullPointerException | ArithmeticException | ArrayIndexOutOfBoundsException e) {
            text += e.getClass().getSimpleName();
        }
        return text + Arrays.toString(a);
    }

    @Durable
    public String c037_null_receiver_timing(int n) {
        String nothing = n % 2 == 0 ? "word" : null;
        var text = "";
        try {
            text += nothing.concat(await(() -> fx.text("a", "x")).get());
        } catch (NullPointerException e) {
            text += "npe1";
        }
        try {
            Pair pair = n > 2 ? null : new Pair(n, "r");
            text += pair.left() + await(() -> fx.num("b", 1)).get();
        } catch (NullPointerException e) {
            text += "npe2";
        }
        try {
            Integer boxed = n == 3 ? null : 4;
            int sum = boxed + await(() -> fx.num("c", 1)).get();
            text += sum;
        } catch (NullPointerException e) {
            text += "npe3";
        }
        return text;
    }

    static String pick(int value) {
        return "int" + value;
    }

    static String pick(long value) {
        return "long" + value;
    }

    static String pick(Integer value) {
        return "Integer" + value;
    }

    static String pick(Object value) {
        return "Object" + value;
    }

    @Durable
    public String c038_overload_choice_unchanged(int n) {
        Integer boxed = n;
        short s = (short) n;
        return pick(await(() -> fx.num("a", n)).get())
                + pick((int) await(() -> fx.num("b", n)).get())
                + pick(fx.f1(n))
                + pick(fx.f4("four"))
                + pick(s + fx.f1(1))
                + pick(n > 1 ? boxed : await(() -> fx.give("c", 2)).get())
                + pick((Object) await(() -> fx.give("d", 4)).get())
                + pick((Object) fx.f1(5))
                + pick((Object) boxed)
                + String.valueOf((char) fx.f1(64))
                + String.valueOf(fx.f1(64));
    }

    static <T> List<T> twice(T a, T b) {
        return List.of(a, b);
    }

    @Durable
    public String c039_generic_inference_with_a_temp(int n) {
        Integer number = twice(n, await(() -> fx.give("a", 2.5)).get()).get(1).intValue();
        List<? extends Comparable<Integer>> few = List.of(n);
        int size = few.size();
        List<String> words = twice("p" + n, fx.f3(n));
        var joined = String.join("+", twice(words.get(0), await(() -> fx.text("b", "z")).get()));
        List<List<Integer>> nested = List.of(List.of(n), List.of(fx.f1(n), n), twice(fx.f1(0), n));
        return number + size + joined + nested + twice(words, List.of(fx.f3(1)));
    }
}
