package exceptions;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;
import dev.perdure.tests.harness.Effects;
import java.io.StringReader;

/** Resources around awaits. */
public class FirstResource {
    private final Effects fx;

    FirstResource(Effects fx) {
        this.fx = fx;
    }

    @Durable
    public String c640_await_in_the_first_initialiser(int n) throws Exception {
        var text = "";
        try (var reader = new StringReader(await(() -> fx.text("a", "t" + n)).get())) {
            text += (char) reader.read();
        }
        return text + await(() -> fx.num("b", n)).get();
    }
}
