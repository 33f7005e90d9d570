package shop;

import dev.perdure.machine.Frame;
import dev.perdure.machine.Layout;
import dev.perdure.machine.SlotReader;
import dev.perdure.machine.SlotWriter;
import java.lang.reflect.Type;
import javax.annotation.processing.Generated;

/**
 * The state machine of shop.Flow.pick(shop.Flow.Color,java.lang.String), in Flow.java.
 */
@Generated("dev.perdure.processor.DurableProcessor")
@SuppressWarnings({
        "all",
        "auxiliaryclass",
        "cast",
        "dep-ann",
        "deprecation",
        "divzero",
        "empty",
        "exports",
        "fallthrough",
        "finally",
        "lossy-conversions",
        "overloads",
        "overrides",
        "preview",
        "rawtypes",
        "removal",
        "serial",
        "static",
        "synchronization",
        "this-escape",
        "try",
        "unchecked",
        "varargs"
})
public final class Flow_pick_Machine extends Frame {
    private static final Type[] TYPES = {shop.Flow.Color.class, java.lang.String.class, int.class, int.class};

    private static final int[] HANDLERS = {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1};

    public static final Layout LAYOUT = $layout();

    private shop.Flow.Color color;

    private java.lang.String word;

    private int sum;

    private int i;

    private int switch$0;

    private static Layout $layout() {
        var layout = Layout.of(1, shop.Flow.class, "shop.Flow.pick(shop.Flow.Color,java.lang.String)", "Flow.java", Flow_pick_Machine::new);
        layout.isStatic();
        layout.returns(int.class);
        layout.slots(TYPES, "color", "word", "sum", "i");
        layout.at("@start", 22, 0, 0, "0 1", "0 1", void.class);
        layout.at("call", 26, 1, 2, "1 2", "1 2", java.lang.Integer.class);
        layout.at("two", 34, 6, 7, "", "", java.lang.Integer.class);
        layout.at("three", 38, 9, 10, "3", "", java.lang.Integer.class);
        return layout.lines("134:23 135:24 140:26 147:28 152:31 156:33 162:34 170:36 171:37 178:38 186:40 189:33").build();
    }

    public static dev.perdure.machine.Frame $begin(shop.Flow.Color color, java.lang.String word) {
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
    public void $save(int slot, SlotWriter out) {
        switch (slot) {
            case 0 -> out.writeValue("color", TYPES[0], this.color);
            case 1 -> out.writeString("word", this.word);
            case 2 -> out.writeInt("sum", this.sum);
            case 3 -> out.writeInt("i", this.i);
            default -> throw $noSlot(slot);
        }
    }

    @Override
    public void $load(int slot, SlotReader in) {
        switch (slot) {
            case 0 -> this.color = (shop.Flow.Color) in.readValue("color", TYPES[0]);
            case 1 -> this.word = in.readString("word");
            case 2 -> this.sum = in.readInt("sum");
            case 3 -> this.i = in.readInt("i");
            default -> throw $noSlot(slot);
        }
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
            case 0 -> this.color = (shop.Flow.Color) value;
            case 1 -> this.word = (java.lang.String) value;
            case 2 -> this.sum = value == null ? (int) 0 : (java.lang.Integer) value;
            case 3 -> this.i = value == null ? (int) 0 : (java.lang.Integer) value;
            default -> throw $noSlot(slot);
        }
    }

    @Override
    protected int $run() throws Throwable {
        $: for (;;) {
            try {
                switch (this.$state) {
                    case 0: {
                        this.sum = 0; // :23
                        this.$state = switch (this.color) { case RED -> 1; case GREEN -> 3; default -> 4; }; // :24
                        continue $;
                    }
                    case 1: { // await 'call'
                        this.color = null;
                        return this.$await(1, dev.perdure.Perdure.await(() -> shop.Flow.call(1))); // :26
                    }
                    case 2: {
                        this.sum = (int) (this.sum + (this.<java.lang.Integer>$take())); // :26
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
                        return this.$await(2, dev.perdure.Perdure.await(() -> shop.Flow.call(2)).named("two")); // :34
                    }
                    case 7: {
                        this.switch$0 = this.<java.lang.Integer>$take(); // :34
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
                        return this.$await(3, dev.perdure.Perdure.await(() -> shop.Flow.call(i$c)).named("three")); // :38
                    }
                    case 10: {
                        this.switch$0 = this.<java.lang.Integer>$take(); // :38
                        this.$state = 12;
                        continue $;
                    }
                    case 11: {
                        throw new java.lang.IllegalArgumentException(this.word); // :40
                    }
                    case 12: {
                        return this.$return((int) (this.switch$0)); // :33
                    }
                    default:
                        throw $noBlock();
                }
            } catch (Throwable $t) {
                this.$state = this.$unwind($t, HANDLERS);
            }
        }
    }
}
