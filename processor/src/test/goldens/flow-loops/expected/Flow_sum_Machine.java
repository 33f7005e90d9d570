package shop;

import dev.perdure.machine.Frame;
import dev.perdure.machine.Layout;
import dev.perdure.machine.SlotReader;
import dev.perdure.machine.SlotWriter;
import java.lang.reflect.Type;
import javax.annotation.processing.Generated;

/**
 * The state machine of shop.Flow.sum(int[],int), in Flow.java.
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
public final class Flow_sum_Machine extends Frame {
    private static final Type[] TYPES = {int[].class, int.class, long.class, int.class, int.class, int.class, int[].class, int.class};

    private static final int[] HANDLERS = {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1};

    public static final Layout LAYOUT = $layout();

    private int[] numbers;

    private int rounds;

    private long sum;

    private int i;

    private int j;

    private int term;

    private int[] number$array;

    private int number$index;

    private static Layout $layout() {
        var layout = Layout.of(1, shop.Flow.class, "shop.Flow.sum(int[],int)", "Flow.java", Flow_sum_Machine::new);
        layout.isStatic();
        layout.returns(long.class);
        layout.slots(TYPES, "numbers", "rounds", "sum", "i", "j", "term", "number.$array", "number.$index");
        layout.at("@start", 15, 0, 0, "0 1", "0 1", void.class);
        layout.at("call", 23, 5, 6, "0 1 2 3 4 5 6 7", "0 1 2 3 4 6 7", java.lang.Integer.class);
        layout.at("again", 27, 8, 9, "0 1 2 3 4", "0 1 2 3 4", java.lang.Integer.class);
        layout.at("tick", 31, 12, 13, "2", "2", void.class);
        return layout.lines("156:16 157:18 166:19 176:20 177:21 178:22 183:23 192:25 193:26 194:27 206:18 212:30 218:31").build();
    }

    public static dev.perdure.machine.Frame $begin(int[] numbers, int rounds) {
        var $frame = new Flow_sum_Machine();
        $frame.numbers = numbers;
        $frame.rounds = rounds;
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
            case 0 -> out.writeValue("numbers", TYPES[0], this.numbers);
            case 1 -> out.writeInt("rounds", this.rounds);
            case 2 -> out.writeLong("sum", this.sum);
            case 3 -> out.writeInt("i", this.i);
            case 4 -> out.writeInt("j", this.j);
            case 5 -> out.writeInt("term", this.term);
            case 6 -> out.writeValue("number.$array", TYPES[6], this.number$array);
            case 7 -> out.writeInt("number.$index", this.number$index);
            default -> throw $noSlot(slot);
        }
    }

    @Override
    public void $load(int slot, SlotReader in) {
        switch (slot) {
            case 0 -> this.numbers = (int[]) in.readValue("numbers", TYPES[0]);
            case 1 -> this.rounds = in.readInt("rounds");
            case 2 -> this.sum = in.readLong("sum");
            case 3 -> this.i = in.readInt("i");
            case 4 -> this.j = in.readInt("j");
            case 5 -> this.term = in.readInt("term");
            case 6 -> this.number$array = (int[]) in.readValue("number.$array", TYPES[6]);
            case 7 -> this.number$index = in.readInt("number.$index");
            default -> throw $noSlot(slot);
        }
    }

    @Override
    public Object $get(int slot) {
        return switch (slot) {
            case 0 -> this.numbers;
            case 1 -> this.rounds;
            case 2 -> this.sum;
            case 3 -> this.i;
            case 4 -> this.j;
            case 5 -> this.term;
            case 6 -> this.number$array;
            case 7 -> this.number$index;
            default -> throw $noSlot(slot);
        };
    }

    @Override
    public void $set(int slot, Object value) {
        switch (slot) {
            case 0 -> this.numbers = (int[]) value;
            case 1 -> this.rounds = value == null ? (int) 0 : (java.lang.Integer) value;
            case 2 -> this.sum = value == null ? (long) 0 : (java.lang.Long) value;
            case 3 -> this.i = value == null ? (int) 0 : (java.lang.Integer) value;
            case 4 -> this.j = value == null ? (int) 0 : (java.lang.Integer) value;
            case 5 -> this.term = value == null ? (int) 0 : (java.lang.Integer) value;
            case 6 -> this.number$array = (int[]) value;
            case 7 -> this.number$index = value == null ? (int) 0 : (java.lang.Integer) value;
            default -> throw $noSlot(slot);
        }
    }

    @Override
    protected int $run() throws Throwable {
        $: for (;;) {
            try {
                switch (this.$state) {
                    case 0: {
                        this.sum = 0; // :16
                        this.i = 0; // :18
                        this.j = 10; // :18
                        this.$state = 1;
                    }
                    case 1: {
                        this.$state = (this.i < this.rounds) ? 2 : 11; // :18
                        continue $;
                    }
                    case 2: {
                        this.number$array = this.numbers; // :19
                        this.number$index = 0; // :19
                        this.$state = 3;
                    }
                    case 3: {
                        this.$state = this.number$index < this.number$array.length ? 4 : 7; // :19
                        continue $;
                    }
                    case 4: {
                        int number = this.number$array[this.number$index]; // :19
                        if (number < 0) { this.$state = 10; continue $; } // :20
                        if (number > 100) { this.$state = 11; continue $; } // :21
                        this.term = number * this.j; // :22
                        this.$state = 5;
                    }
                    case 5: { // await 'call'
                        final int term$c = this.term;
                        return this.$await(1, dev.perdure.Perdure.await(() -> shop.Flow.call(term$c))); // :23
                    }
                    case 6: {
                        this.sum = (long) (this.sum + (this.<java.lang.Integer>$take())); // :23
                        this.number$index = this.number$index + 1;
                        this.$state = 3;
                        continue $;
                    }
                    case 7: {
                        { // :25
                            this.sum--; // :26
                        } // :27
                        this.$state = 8;
                    }
                    case 8: { // await 'again'
                        this.number$array = null;
                        return this.$await(2, dev.perdure.Perdure.await(() -> shop.Flow.call(1)).named("again")); // :27
                    }
                    case 9: {
                        this.$state = (this.<java.lang.Integer>$take() > 1) ? 7 : 10; // :27
                        continue $;
                    }
                    case 10: {
                        this.i++; // :18
                        this.j--; // :18
                        this.$state = 1;
                        continue $;
                    }
                    case 11: {
                        if (this.sum++ > 10) { return this.$return((long) (this.sum)); } // :30
                        this.$state = 12;
                    }
                    case 12: { // await 'tick'
                        this.numbers = null;
                        this.number$array = null;
                        return this.$await(3, dev.perdure.Perdure.await(() -> shop.Flow.call(2)).named("tick")); // :31
                    }
                    case 13: {
                        this.<java.lang.Object>$take(); // :31
                        this.$state = 11;
                        continue $;
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
