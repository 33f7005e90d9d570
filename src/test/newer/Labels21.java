package newer;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;
import dev.perdure.tests.harness.Effects;

/** Cases 60 to 62: patterns as labels. Needs Java 21. */
public class Labels21 {
    private final Effects fx;

    Labels21(Effects fx) {
        this.fx = fx;
    }

    /** One of several. */
    public sealed interface Shape permits Circle, Box, Dot {}

    /** Round. */
    public record Circle(int radius) implements Shape {}

    /** Square, with something in it. */
    public record Box(int width, Shape inner) implements Shape {}

    /** None. */
    public enum Dot implements Shape {
        RED,
        BLUE
    }

    private static Shape shape(int n) {
        return switch (n) {
            case 0 -> Dot.RED;
            case 1 -> new Circle(3);
            case 2 -> new Box(2, new Circle(7));
            case 3 -> new Box(9, Dot.BLUE);
            case 4 -> new Circle(20);
            default -> null;
        };
    }

    @Durable
    public String c060_sealed_record_patterns_and_guards(int n) {
        Shape shape = shape(n % 5);
        await(() -> fx.note("before")).get();
        var text = switch (shape) {
            case Circle(int radius) when radius > 10 -> "big" + await(() -> fx.num("a", radius)).get();
            case Circle circle -> "small" + await(() -> fx.num("b", circle.radius())).get() + circle;
            case Box(int width, Circle(var radius)) -> {
                int sum = width + await(() -> fx.num("c", radius)).get();
                yield sum + "in" + radius + await(() -> fx.num("d", width)).get();
            }
            case Box box -> box.inner() + await(() -> fx.text("e", "box")).get();
            case Dot dot -> dot.name() + await(() -> fx.text("f", dot.name())).get();
        };
        return text + n;
    }

    @Durable
    public String c061_case_null(int n) {
        Shape shape = shape(n);
        switch (shape) {
            case null -> {
                return "null" + await(() -> fx.num("a", n)).get();
            }
            case Dot.RED -> await(() -> fx.note("red")).get();
            default -> await(() -> fx.note("default")).get();
        }
        return "end" + switch (n == 3 ? null : "s" + n) {
            case "s1" -> await(() -> fx.text("b", "one")).get();
            case null, default -> await(() -> fx.text("c", "else")).get();
        };
    }

    @Durable
    public String c062_qualified_enum_labels(int n) {
        Shape shape = n % 2 == 0 ? Dot.RED : Dot.BLUE;
        return switch (shape) {
            case Dot.RED -> "r" + await(() -> fx.num("a", n)).get();
            case Dot.BLUE -> "b" + await(() -> fx.num("b", n)).get();
            default -> "never";
        };
    }

    @Durable
    public int c930_binding_that_only_its_guard_reads(int n) {
        switch (shape(n)) {
            case null -> {}
            case Circle(int radius) when radius > 4 -> {
                return await(() -> fx.num("large", 1)).get();
            }
            case Circle c when c.radius() > 0 -> {
                return await(() -> fx.num("small", 2)).get();
            }
            default -> {}
        }
        return 0;
    }
}
