package shop;

import dev.perdure.Perdure;
import dev.perdure.machine.Frame;
import dev.perdure.machine.Layout;
import javax.annotation.processing.Generated;

/**
 * The state machine of shop.Flow.pick(shop.Flow.Color,java.lang.String), in Flow.java.
 */
@Generated("dev.perdure.processor.DurableProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "cast", "dep-ann", "deprecation", "divzero", "empty", "exports", "fallthrough",
        "finally", "lossy-conversions", "overloads", "overrides", "preview", "rawtypes", "removal", "serial", "static",
        "synchronization", "this-escape", "try", "unchecked", "varargs"})
public final class Flow_pick_Machine extends Frame {
    public static final Layout LAYOUT = $layout();

    private Flow.Color color;

    private String word;

    private int sum;

    private int i;

    private int switch$0;

    @Override
    protected int $run() throws Throwable {
        $: for (;;) {
            switch (this.$state) {
                case 0: {
                    this.sum = 0; // :23
                    this.$state = switch (this.color) { case RED -> 1; case GREEN -> 3; default -> 4; }; // :24
                    continue $;
                }
                case 1: { // await 'call'
                    this.color = null;
                    return this.$await(1, Perdure.<Integer, RuntimeException>await(() -> Flow.call(1))); // :26
                }
                case 2: {
                    this.sum = (int) (this.sum + (this.<Integer>$take())); // :26
                    this.$state = 3;
                }
                case 3: {
                    this.sum++; // :28
                    this.$state = 5;
                    continue $;
                }
                case 4: {
                    this.sum = 9; // :31
                    this.$state = 5;
                }
                case 5: {
                    this.$state = switch (this.word) { case "one", "two" -> 6; case "three" -> 8; default -> 11; }; // :33
                    continue $;
                }
                case 6: { // await 'two'
                    this.color = null;
                    this.word = null;
                    return this.$await(2, Perdure.<Integer, RuntimeException>await(() -> Flow.call(2)).named("two")); // :34
                }
                case 7: {
                    this.switch$0 = this.<Integer>$take(); // :34
                    this.$state = 12;
                    continue $;
                }
                case 8: {
                    this.i = this.sum; // :36
                    if (this.i > 3) { this.switch$0 = this.i; this.$state = 12; continue $; } // :37
                    this.$state = 9;
                }
                case 9: { // await 'three'
                    this.color = null;
                    this.word = null;
                    final int i$c = this.i;
                    return this.$await(3, Perdure.<Integer, RuntimeException>await(() -> Flow.call(i$c)).named("three")); // :38
                }
                case 10: {
                    this.switch$0 = this.<Integer>$take(); // :38
                    this.$state = 12;
                    continue $;
                }
                case 11: {
                    throw new IllegalArgumentException(this.word); // :40
                }
                case 12: {
                    return this.$return((int) (this.switch$0)); // :33
                }
                default:
                    throw $noBlock();
            }
        }
    }

    public static Frame $begin(Flow.Color color, String word) {
        var $frame = new Flow_pick_Machine();
        $frame.color = color;
        $frame.word = word;
        return $frame;
    }

    @Override
    public Layout layout() {
        return LAYOUT;
    }

    @Override
    public void $bind(Object self) {
    }

    @Override
    public Object $get(int slot) {
        return switch (slot) {
            case 0 -> this.color;
            case 1 -> this.word;
            case 2 -> this.sum;
            case 3 -> this.i;
            default -> throw $noSlot(slot);
        };
    }

    @Override
    public void $set(int slot, Object value) {
        switch (slot) {
            case 0 -> this.color = (Flow.Color) value;
            case 1 -> this.word = (String) value;
            case 2 -> this.sum = $int(value);
            case 3 -> this.i = $int(value);
            default -> throw $noSlot(slot);
        }
    }

    private static Layout $layout() {
        var layout = Layout.of(2, Flow.class, "shop.Flow.pick(shop.Flow.Color,java.lang.String)", "Flow.java", Flow_pick_Machine::new);
        layout.isStatic();
        layout.returns(int.class);
        layout.slot("color", Flow.Color.class);
        layout.slot("word", String.class);
        layout.slot("sum", int.class);
        layout.slot("i", int.class);
        layout.at("@start", 22, 0, 0, "0 1", "0 1", void.class);
        layout.at("call", 26, 1, 2, "1 2", "1 2", Integer.class);
        layout.at("two", 34, 6, 7, "", "", Integer.class);
        layout.at("three", 38, 9, 10, "3", "", Integer.class);
        return layout.lines("33:23 34:24 39:26 46:28 51:31 55:33 61:34 69:36 70:37 77:38 85:40 88:33").build();
    }
}
