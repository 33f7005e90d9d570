package loops;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;
import dev.perdure.tests.harness.Effects;

/** Cases 9 to 13, 17 and 18: loops and jumps. */
public class Loops {
    final Effects fx;

    Loops(Effects fx) {
        this.fx = fx;
    }

    @Durable
    public int c009_while_with_break_and_continue(int n) {
        int i = 0;
        int sum = 0;
        while (i < 6) {
            i++;
            if (i == n) continue;
            int j = i;
            sum += await(() -> fx.num("a", j)).get();
            if (sum > 9) break;
            if (await(() -> fx.flag("skip", j % 2 == 0)).get()) continue;
            sum += 100;
        }
        return sum * 10 + i;
    }

    @Durable
    public String c010_do_while(int n) {
        var text = "";
        int i = n;
        do {
            int j = i;
            text += await(() -> fx.num("a", j)).get();
            if (i == 4) continue;
            i--;
        } while (i-- > await(() -> fx.num("bound", 0)).get());
        do text += "x"; while (await(() -> fx.flag("again", false)).get());
        do {
            if (n == 1) break;
            await(() -> fx.note("body")).get();
        } while (false);
        return text + i;
    }

    @Durable
    public String c011_for_with_several_inits(int n) {
        var text = new StringBuilder().toString();
        for (int i = 0, j = n; i < j; i++, j -= 1) {
            int a = i;
            int b = j;
            text += await(() -> fx.num("a", a * 10 + b)).get() + ",";
        }
        int k;
        int m;
        for (k = await(() -> fx.num("init", n)).get(), m = 0; k < 5; k += await(() -> fx.num("step", 2)).get(), m++) {
            if (m == 1) continue;
            text += k;
        }
        for (;;) {
            if (await(() -> fx.flag("out", true)).get()) break;
        }
        return text + k + m;
    }

    @Durable
    public String c012_labelled_break_and_continue(int n) {
        var text = "";
        outer:
        for (int i = 0; i < 4; i++) {
            int a = i;
            inner:
            for (int j = 0; j < 4; j++) {
                int b = j;
                int v = await(() -> fx.num("v", a * 4 + b)).get();
                if (v == n) continue outer;
                if (v == n * 2 + 3) break outer;
                if (v % 3 == 2) continue inner;
                if (v % 5 == 4) break inner;
                text += v + " ";
            }
            text += "/";
        }
        return text;
    }

    @Durable
    public String c013_labelled_block(int n) {
        var text = "a";
        block: {
            if (n == 0) break block;
            text += await(() -> fx.text("b", "b")).get();
            if (n == 1) break block;
            nested: {
                if (await(() -> fx.flag("c", n == 2)).get()) break nested;
                if (n == 3) break block;
                text += "d";
            }
            text += "e";
        }
        only: if (n > 3) {
            text += await(() -> fx.text("f", "f")).get();
            if (n == 4) break only;
            text += "g";
        }
        return text;
    }

    @Durable
    public int c017_while_true_without_break(int n) {
        int i = 0;
        while (true) {
            int j = i++;
            if (await(() -> fx.num("a", j)).get() >= n) return j * 100;
        }
    }

    @Durable
    public String c018_continue_inside_switch_inside_loop(int n) {
        var text = "";
        for (int i = 0; i < 5; i++) {
            int j = i;
            switch (await(() -> fx.num("a", (j + n) % 5)).get()) {
                case 0:
                    continue;
                case 1:
                    text += "one";
                    break;
                case 2:
                    text += await(() -> fx.text("two", "two")).get();
                    if (n == 2) continue;
                default:
                    text += "rest";
            }
            text += ";";
        }
        return text;
    }
}
