package text;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;
import dev.perdure.tests.harness.Effects;

/** Case 101: sources that look odd. */
public class Texts {
    private final Effects fx;

    Texts(Effects fx) {
        this.fx = fx;
    }

    @Durable
    public String c101_text_block_escapes_comments(int n) {
        var block = """
                {
                  "a": "\tb\\",   \s
                  'c' \""" ; }
                no newline \
                here""";
        String une\u0301 = "\u0041\u00e9" /* a comment with ;} and "quotes" */ + '\'' + "\"";
        // } ; { await(() -> fx.num("never", 1)).get();
        int a = await(/* inside */ () -> fx.num("a;}", n)) // at the end ;}
                .named("odd\tname }") /* ; */
                .get();
        String b = await(() -> fx.text("""
                two
                  lines""", "x" + une\u0301)).get();
        char brace = '}', semi = ';', quote = '"', esc = '\u007d';
        int 名 = fx.f1(n);
        if (n > 1) /* ;} */ { fx.mark("" + brace + semi + quote + esc); /* } */ } else // else
            ;
        ;;
        return block + a + b + une\u0301 + brace + semi + quote + esc + 名 + "//" + "/*" + "\\";
    }
}
