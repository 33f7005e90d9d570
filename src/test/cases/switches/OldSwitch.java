package switches;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;
import dev.perdure.tests.harness.Effects;

/** Cases 54, 57 to 59: the switch of old. */
public class OldSwitch {
    private static final int TWO = 2;
    private static final String WORD = "w" + TWO;

    private final Effects fx;

    OldSwitch(Effects fx) {
        this.fx = fx;
    }

    @Durable
    public String c054_old_fall_through_and_default(int n) {
        var text = "";
        switch (n) {
            case 0:
                text += await(() -> fx.text("zero", "0")).get();
            case 1:
                text += "1";
                if (n == 0) break;
                text += await(() -> fx.text("one", "one")).get();
            default:
                text += "d";
            case 3:
                text += await(() -> fx.text("three", "3")).get();
                break;
            case 4:
        }
        switch (await(() -> fx.num("sel", n)).get()) {
            case 2:
            case 3:
                text += "few";
        }
        switch (n) {
            default:
                await(() -> fx.note("only default")).get();
        }
        return text;
    }

    @Durable
    public String c057_string_switch_return_inside(int n) {
        for (int i = 0; i < 3; i++) {
            int j = i;
            switch (await(() -> fx.text("a", "k" + (j + n))).get()) {
                case "k1":
                    await(() -> fx.note("one")).get();
                    break;
                case "k3":
                    return "three" + await(() -> fx.num("b", j)).get();
                case "k4":
                case "k5":
                    return "late" + i;
                default:
                    await(() -> fx.note("other", j)).get();
            }
        }
        return "end";
    }

    @Durable
    public String c058_constants_as_labels(int n) {
        final int three = 3;
        var text = "";
        switch (n) {
            case TWO:
                text += await(() -> fx.text("two", WORD)).get();
                break;
            case three:
                text += await(() -> fx.text("three", "t" + three)).get();
                break;
            case TWO + three - 1:
                text += "four";
            case Character.MIN_VALUE:
                text += await(() -> fx.text("min", "m")).get();
        }
        switch ("w" + n) {
            case WORD -> text += fx.f3(TWO);
            case "w3" -> fx.mark("w3");
            default -> {}
        }
        switch ((char) ('a' + n)) {
            case 'a' -> text += fx.f3(1);
            case 'b', 'c' -> text += "bc";
            default -> text += "?";
        }
        return text;
    }

    @Durable
    public String c059_variable_declared_in_one_case_used_in_another(int n) {
        var text = "";
        switch (n) {
            case 0:
                int x = await(() -> fx.num("a", 5)).get();
                text += x;
                break;
            case 1:
                x = 8;
                int y = x + await(() -> fx.num("b", 1)).get();
                text += x + y;
            case 2:
                y = await(() -> fx.num("c", 3)).get();
                x = y * 2;
                text += x + "." + y;
                break;
            default:
                x = n;
                await(() -> fx.note("d")).get();
                text += x;
        }
        return text;
    }
}
