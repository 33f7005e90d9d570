package switches;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;
import dev.perdure.tests.harness.Effects;

/** Cases 64 and 65: bindings that outlive their statement. */
public class Bindings {
    private final Effects fx;

    Bindings(Effects fx) {
        this.fx = fx;
    }

    /** One of several. */
    public sealed interface Shape permits Circle, Box {}

    /** Round. */
    public record Circle(int radius) implements Shape {}

    /** Square. */
    public record Box(int width, String name) implements Shape {}

    private static Shape shape(int n) {
        return n % 2 == 0 ? new Circle(n) : new Box(n, "b" + n);
    }

    @Durable
    public String c064_binding_outliving_its_statement(int n) {
        Shape shape = shape(n);
        await(() -> fx.note("a")).get();
        if (!(shape instanceof Box box)) return "circle" + await(() -> fx.num("b", n)).get();
        var text = await(() -> fx.text("c", box.name())).get();
        return text + box.width() + await(() -> fx.num("d", box.width())).get();
    }

    @Durable
    public String c640_binding_with_an_await_in_the_condition(int n) {
        Shape shape = shape(n);
        if (shape instanceof Circle circle && await(() -> fx.flag("a", circle.radius() > 1)).get())
            return "big" + circle.radius() + await(() -> fx.num("b", circle.radius())).get();
        var text = shape instanceof Box box ? box.name() + await(() -> fx.num("c", n)).get() + box.width() : "none";
        return text + n;
    }

    @Durable
    public String c065_binding_in_while_not(int n) {
        int i = 0;
        Shape shape = shape(0);
        while (!(shape instanceof Box box)) {
            i++;
            int j = i + n;
            shape = shape(await(() -> fx.num("a", j)).get());
        }
        return box.name() + await(() -> fx.num("b", box.width())).get() + i;
    }
}
