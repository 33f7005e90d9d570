package exceptions;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;
import dev.perdure.tests.harness.Bad;
import dev.perdure.tests.harness.Effects;
import dev.perdure.tests.harness.Oops;
import java.io.StringReader;

/** Beside the cases: try statements with resources. */
public class Resources {
    private final Effects fx;

    Resources(Effects fx) {
        this.fx = fx;
    }

    @Durable
    public String c049_await_in_the_first_resource(int n) throws Exception {
        var text = "";
        for (int i = 0; i < 3; i++) {
            int j = i;
            try (var reader = new StringReader("abc" + await(() -> fx.risky("open", n + j)).get());
                    var second = new StringReader("second")) {
                text += (char) reader.read();
                if (i == n) continue;
                if (n == 4) throw new Oops("inside");
                text += (char) second.read();
            } catch (Oops e) {
                text += "caught " + e.getMessage();
                var t = text;
                await(() -> fx.note("caught", t)).get();
                if (n == 5) return text;
            } finally {
                text += await(() -> fx.num("finally", j)).get();
            }
        }
        return text;
    }

    @Durable
    public String c049_resources_opened_and_closed_between_awaits(int n) throws Exception {
        var text = await(() -> fx.num("before", n)).get() + "";
        try (var reader = new StringReader(text)) {
            if (n == 1) return "early " + (char) reader.read();
            text = (char) reader.read() + "read";
        }
        var t = text;
        await(() -> fx.note("read", t)).get();
        try (var reader = new StringReader(text)) {
            if (n == 2) throw new Bad("bad " + (char) reader.read());
        } catch (Bad bad) {
            text += await(() -> fx.note("caught", bad.getMessage())).get();
        }
        return text;
    }
}
