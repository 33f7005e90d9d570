package switches;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;
import dev.perdure.tests.harness.Bad;
import dev.perdure.tests.harness.Effects;
import dev.perdure.tests.harness.Oops;

/** Cases 55, 56 and 62 (plain labels): the switch of today. */
public class NewSwitch {
    private final Effects fx;

    NewSwitch(Effects fx) {
        this.fx = fx;
    }

    /** What can be painted. */
    public enum Color {
        RED,
        GREEN,
        BLUE;

        static Color of(int n) {
            return values()[n % 3];
        }
    }

    @Durable
    public String c055_arrow_enum_with_break(int n) {
        var text = "";
        for (int i = 0; i < 3; i++) {
            int j = i;
            switch (await(() -> fx.give("color", Color.of(j + n))).get()) {
                case RED -> text += await(() -> fx.text("red", "r")).get();
                case GREEN -> {
                    if (n == 2) break;
                    text += await(() -> fx.text("green", "g")).get();
                    if (n == 3) continue;
                    text += "G";
                }
                case BLUE -> {
                    if (n == 4) return text + "blue";
                    if (n == 5) throw new Oops("blue");
                }
            }
            text += ".";
        }
        Color color = Color.of(n);
        await(() -> fx.note("saved", color)).get();
        return text + color.name();
    }

    @Durable
    public String c056_switch_expression_with_yield(int n) throws Bad {
        int a = switch (n) {
            case 0, 1 -> await(() -> fx.num("a", n + 10)).get();
            case 2 -> 22;
            case 3 -> {
                int t = await(() -> fx.num("b", 33)).get();
                if (t > 40) yield 0;
                yield t + await(() -> fx.num("c", 1)).get();
            }
            case 4 -> throw new Bad("four");
            default -> {
                for (int i = 0; ; i++) {
                    int j = i;
                    if (await(() -> fx.num("loop", j)).get() == 2) yield j;
                }
            }
        };
        String b = "b" + a + switch (Color.of(n)) {
            case RED:
                yield await(() -> fx.text("d", "red")).get();
            case GREEN:
                a++;
            case BLUE:
                try {
                    yield "x" + await(() -> fx.risky("e", n)).get();
                } catch (Bad e) {
                    yield e.getMessage();
                } finally {
                    await(() -> fx.note("f")).get();
                }
        } + a;
        long wide = switch (b.length()) {
            case 5 -> 'c';
            case 6 -> await(() -> fx.num("g", 6)).get();
            default -> 7L;
        };
        return b + wide + (switch (n) { case 1 -> n > 0; default -> await(() -> fx.flag("h", false)).get(); } ? "T" : "F");
    }

    @Durable
    public String c062_switch_without_match_and_null_selector(int n) {
        Color color = n == 1 ? null : Color.of(n);
        var text = "";
        try {
            switch (color) {
                case RED -> text += fx.f3(1);
                case BLUE -> text += fx.f3(3);
                default -> {}
            }
        } catch (NullPointerException e) {
            text += "null" + await(() -> fx.num("npe", n)).get();
        }
        String word = n == 2 ? null : "w";
        try {
            text += switch (word) {
                case "w" -> await(() -> fx.text("w", "W")).get();
                default -> "other";
            };
        } catch (NullPointerException e) {
            text += "null";
        }
        return text;
    }
}
