package exceptions;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;
import dev.perdure.tests.harness.Bad;
import dev.perdure.tests.harness.Effects;
import dev.perdure.tests.harness.Oops;

/** Jumps out of statements without an await, which finally blocks of those statements hold up. */
public class HeldUp {
    private final Effects fx;

    public HeldUp(Effects fx) {
        this.fx = fx;
    }

    @Durable
    public int c926_return_is_lost_in_a_throwing_finally(int n) throws Bad {
        try {
            synchronized (this) {
                try {
                    return 1;
                } finally {
                    if (n > 0) throw new Bad("x" + n);
                }
            }
        } finally {
            await(() -> fx.num("outer", n)).get();
        }
    }

    @Durable
    public int c927_break_is_lost_in_a_finally_that_continues(int n) {
        int k = 0;
        try {
            outer:
            for (int i = 0; i < 2; i++) {
                int left = 3;
                while (left-- > 0) {
                    try {
                        if (left == 1) break outer;
                        k++;
                    } finally {
                        if (n > 0) continue;
                    }
                }
                k += 10;
                if (n > 2) throw new IllegalStateException("late " + k);
                await(() -> fx.num("i", n)).get();
            }
        } catch (IllegalStateException e) {
            k += await(() -> fx.num(e.getMessage(), 100)).get();
        }
        return k;
    }

    @Durable
    public String c928_return_is_lost_in_a_resource_that_does_not_close(int n) throws Exception {
        var text = "";
        try {
            try (AutoCloseable door = () -> text(n)) {
                if (n < 3) return "through";
                text += "stays ";
            }
        } catch (Oops e) {
            text += await(() -> fx.text("caught", e.getMessage())).get();
        } finally {
            await(() -> fx.text("last", "finally")).get();
        }
        return text;
    }

    private static void text(int n) throws Oops {
        if (n % 2 == 1) throw new Oops("stuck " + n);
    }

    @Durable
    public String c929_finally_that_always_ends_abruptly(int n) throws Bad {
        try {
            try {
                try {
                    await(() -> fx.num("a", n)).get();
                } finally {
                    if (n >= 0) return "x";
                }
            } finally {
                throw new Bad("t" + await(() -> fx.num("b", n)).get());
            }
        } finally {
            short last = (short) n;
            last++;
        }
    }
}
