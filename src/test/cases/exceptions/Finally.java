package exceptions;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;
import dev.perdure.tests.harness.Bad;
import dev.perdure.tests.harness.Effects;
import dev.perdure.tests.harness.Oops;

/** Cases 42 to 45, 49 and 50: what is done at last. */
public class Finally {
    private final Effects fx;

    Finally(Effects fx) {
        this.fx = fx;
    }

    @Durable
    public String c042_finally_with_await_in_all_ways(int n) throws Bad {
        var text = "";
        for (int i = 0; i < 3; i++) {
            int j = i;
            try {
                text += await(() -> fx.num("try", j)).get();
                if (n == 1 && i == 1) continue;
                if (n == 2 && i == 1) break;
                if (n == 3 && i == 1) return text + "returned" + await(() -> fx.num("value", j)).get();
                if (n == 4 && i == 1) await(() -> fx.risky("fail", 1)).get();
                if (n == 5 && i == 1) throw new Oops("thrown");
                text += "end ";
            } finally {
                text += "fin" + await(() -> fx.num("finally", j)).get() + " ";
                var t = text;
                await(() -> fx.note("text", t)).get();
            }
            text += "after ";
        }
        return text;
    }

    @Durable
    public String c043_nested_finally_and_throwing_finally(int n) {
        var text = "";
        try {
            try {
                try {
                    text += await(() -> fx.shaky("a", n)).get();
                } finally {
                    text += await(() -> fx.text("b", "b")).get();
                    if (n >= 3) await(() -> fx.fail("c", new Oops("from finally"))).get();
                }
                text += "on ";
            } finally {
                var t = text;
                await(() -> fx.note("d", t)).get();
                if (n == 2) throw new Oops("second");
            }
        } catch (Oops e) {
            text += e.getMessage() + await(() -> fx.text("e", "e")).get();
        } finally {
            text += "last";
        }
        return text;
    }

    @SuppressWarnings("finally")
    @Durable
    public String c044_finally_overrides(int n) {
        var text = "";
        for (int i = 0; i < 2; i++) {
            int j = i;
            try {
                if (n == 0) return "from try " + await(() -> fx.num("a", j)).get();
                await(() -> fx.shaky("b", n)).get();
                text += "body ";
            } finally {
                await(() -> fx.note("c", j)).get();
                if (n == 1) return text + "overridden";
                if (n == 0 && i == 0) continue;
                if (n == 3) break;
                if (n == 4) throw new Oops("instead");
            }
        }
        return text + "end";
    }

    @Durable
    public String c045_return_through_two_finallys_in_loops(int n) {
        var text = "";
        outer:
        for (int i = 0; i < 3; i++) {
            int a = i;
            try {
                for (int j = 0; j < 3; j++) {
                    int b = j;
                    try {
                        int v = await(() -> fx.num("v", a * 3 + b)).get();
                        if (v == 1 && n == 1) continue outer;
                        if (v == 4 && n == 2) break outer;
                        if (v == 4 && n == 3) return text + "out" + v;
                        if (v == 5 && n == 4) throw new Oops("five");
                    } finally {
                        text += "i" + await(() -> fx.num("inner", b)).get();
                    }
                }
                text += ";";
            } catch (Oops e) {
                text += e.getMessage();
                return text + await(() -> fx.text("caught", "!")).get();
            } finally {
                var t = text;
                text += "o" + await(() -> fx.text("outer", t)).get().length();
            }
        }
        return text;
    }

    @Durable
    public int c049_throw_out_of_the_method_with_clean_up(int n) throws Bad {
        var text = "";
        try {
            text += await(() -> fx.text("a", "a")).get();
            if (n > 2) text += await(() -> fx.risky("b", n)).get();
            else if (n == 2) throw new Bad("direct");
        } finally {
            var t = text;
            await(() -> fx.note("release", t)).get();
            text += "x";
            await(() -> fx.note("released", n)).get();
        }
        return text.length();
    }

    @Durable
    public String c050_await_in_catch_throws_into_finally(int n) {
        var text = "";
        try {
            try {
                await(() -> fx.shaky("a", n)).get();
                text += "ok ";
            } catch (Oops e) {
                text += "catch ";
                await(() -> fx.shaky("b" + e.getMessage(), n / 2)).get();
                text += "survived ";
            } finally {
                text += await(() -> fx.text("f", "finally ")).get();
            }
        } catch (Oops e) {
            text += "outside " + e.getMessage();
        }
        return text;
    }

    @Durable
    public String c044_return_through_a_plain_finally_that_throws(int n) throws Bad {
        try {
            synchronized (this) {
                try {
                    return "returned";
                } finally {
                    if (n > 0) throw new Bad("instead");
                }
            }
        } finally {
            await(() -> fx.num("finally", n)).get();
        }
    }

    @Durable
    public String c044_jump_discarded_by_a_plain_finally(int n) {
        var text = "";
        outer:
        for (int i = 0; i < 3; i++) {
            int j = i;
            text += await(() -> fx.num("round", j)).get();
            try {
                for (int k = 0; k < 2; k++) {
                    try {
                        if (n == k) break outer;
                    } finally {
                        if (j == 0) continue;
                        text += "k" + k;
                    }
                }
                text += "through ";
            } catch (IllegalStateException never) {
                text += "never";
            }
            if (n > 3) throw new IllegalStateException(text);
        }
        return text;
    }

    @Durable
    public String c044_jump_over_a_resource_that_fails_to_close(int n) throws Bad {
        for (int i = 0; i < 2; i++) {
            int j = i;
            try {
                await(() -> fx.num("before", j)).get();
                try (java.io.Closeable failing = () -> {
                    if (n > 1) throw new java.io.IOException("not closed");
                }) {
                    if (failing != null) break;
                }
            } catch (java.io.IOException e) {
                await(() -> fx.note("caught", e.getMessage())).get();
            }
        }
        return "out " + n;
    }

    @Durable
    @SuppressWarnings("finally")
    public String c043_finally_that_always_throws_inside_another(int n) throws Bad {
        try {
            try {
                await(() -> fx.num("try", n)).get();
                return "lost";
            } finally {
                throw new Bad("thrown " + await(() -> fx.num("finally", n)).get());
            }
        } finally {
            int last = n + 1;
            if (last > 2) last++;
        }
    }
}
