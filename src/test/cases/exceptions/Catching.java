package exceptions;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;
import dev.perdure.tests.harness.Bad;
import dev.perdure.tests.harness.Effects;
import dev.perdure.tests.harness.Oops;

/** Cases 40, 41, 46 to 48 and 51 to 53: failures and who catches them. */
public class Catching {
    private final Effects fx;

    Catching(Effects fx) {
        this.fx = fx;
    }

    @Durable
    public String c040_catch_a_failed_call(int n) {
        var text = "";
        try {
            text += await(() -> fx.risky("a", n)).get();
            text += await(() -> fx.risky("b", n / 2)).get();
        } catch (Bad e) {
            text += "caught " + e.getMessage();
        }
        try {
            text += fx.odd(n + 1);
        } catch (Bad e) {
            text += e.getMessage();
        }
        return text + await(() -> fx.num("end", n)).get();
    }

    @Durable
    public String c041_await_in_catch_exception_used_after(int n) {
        var text = "start ";
        try {
            await(() -> fx.risky("a", n)).get();
            text += "fine ";
        } catch (Bad failure) {
            var m = failure.getMessage();
            text += await(() -> fx.text("b", "handled " + m)).get();
            text += failure.getMessage() + failure.getClass().getSimpleName();
            await(() -> fx.note("c", failure.getMessage())).get();
            if (n == 3) throw new Oops("wrapped", failure);
        }
        return text;
    }

    @Durable
    public String c046_rethrow_to_the_outer_catch(int n) throws Bad {
        var text = "";
        try {
            try {
                text += await(() -> fx.risky("a", n)).get();
            } catch (Bad inner) {
                text += "inner ";
                await(() -> fx.note("b")).get();
                if (n == 1) throw inner;
                if (n == 3) throw new Oops("changed", inner);
                text += "swallowed ";
            }
            text += await(() -> fx.shaky("c", n / 2)).get();
        } catch (Bad outer) {
            text += "outer " + outer.getMessage();
        } catch (RuntimeException outer) {
            text += await(() -> fx.text("d", "unchecked")).get() + outer.getMessage() + outer.getCause();
        }
        return text;
    }

    @Durable
    public String c047_multi_catch(int n) throws Exception {
        var text = "";
        try {
            switch (n) {
                case 0 -> await(() -> fx.fail("a", new Bad("bad"))).get();
                case 1 -> await(() -> fx.fail("b", new Oops("oops"))).get();
                case 2 -> await(() -> fx.fail("c", new IllegalStateException("state"))).get();
                case 3 -> await(() -> fx.fail("d", new java.io.IOException("io"))).get();
                default -> text += "none";
            }
        } catch (Bad | Oops e) {
            text += await(() -> fx.text("e", "ours")).get() + e.getMessage();
        } catch (IllegalArgumentException | IllegalStateException e) {
            text += "theirs" + e.getMessage() + await(() -> fx.num("f", n)).get();
        }
        return text;
    }

    @Durable
    public String c048_hand_written_retry_loop(int n) throws Bad {
        int attempt = 0;
        Bad last = null;
        while (attempt < 3) {
            try {
                int value = n - attempt++;
                return "got " + await(() -> fx.risky("try", value * value + (n == 5 ? value + 1 : 0))).get() + " after " + attempt;
            } catch (Bad e) {
                last = e;
                if (attempt == 2 && n == 1) break;
                int a = attempt;
                await(() -> fx.note("wait", a)).get();
            }
        }
        if (last == null) return "never";
        throw last;
    }

    /** A failure that cannot be made from a message alone. */
    public static final class Coded extends Exception {
        private static final long serialVersionUID = 1L;

        private final int code;

        public Coded(int code) {
            super("code " + code);
            this.code = code;
        }

        public int code() {
            return code;
        }
    }

    private int coded(int code) throws Coded {
        fx.record("coded", code);
        if (code > 1) throw new Coded(code);
        return code;
    }

    @Durable
    public String c051_exception_without_a_string_constructor_in_flight(int n) {
        var text = "";
        try {
            try {
                text += await(() -> coded(n)).get();
            } finally {
                text += await(() -> fx.text("clean", "clean ")).get();
            }
        } catch (Coded e) {
            await(() -> fx.note("in between")).get();
            text += e.getMessage() + e.getClass().getSimpleName();
        }
        return text;
    }

    @Durable
    public String c052_suppressed_and_cause_kept(int n) {
        Exception kept = null;
        try {
            await(() -> fx.fail("a", new Oops("top" + n, new Bad("below")))).get();
        } catch (Oops e) {
            kept = e;
            e.addSuppressed(new IllegalStateException("aside"));
            await(() -> fx.note("b")).get();
        }
        await(() -> fx.note("c")).get();
        var cause = kept.getCause();
        return kept.getMessage() + cause.getClass().getSimpleName() + cause.getMessage()
                + kept.getSuppressed().length + kept.getSuppressed()[0].getMessage();
    }

    @Durable
    public String c053_errors_are_not_swallowed(int n) {
        var text = "";
        try {
            await(() -> fx.note("a")).get();
            if (n == 1) throw new StackOverflowError("so " + n);
            if (n == 2) await(() -> fx.fail("b", new AssertionError("ae"))).get();
            text += "fine";
        } catch (Exception e) {
            text += "never " + e;
        } finally {
            var t = text;
            await(() -> fx.note("c", t)).get();
        }
        try {
            if (n == 3) await(() -> fx.fail("d", new LinkageError("le"))).get();
        } catch (LinkageError e) {
            text += e.getMessage();
        }
        return text;
    }
}
