package shop;

import dev.perdure.Perdure;
import dev.perdure.machine.Frame;
import dev.perdure.machine.Layout;
import javax.annotation.processing.Generated;

/**
 * The state machine of shop.Flow.sum(int[],int), in Flow.java.
 */
@Generated("dev.perdure.processor.DurableProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "cast", "dep-ann", "deprecation", "divzero", "empty", "exports", "fallthrough",
        "finally", "lossy-conversions", "overloads", "overrides", "preview", "rawtypes", "removal", "serial", "static",
        "synchronization", "this-escape", "try", "unchecked", "varargs"})
public final class Flow_sum_Machine extends Frame {
    public static final Layout LAYOUT = $layout();

    private int[] numbers;

    private int rounds;

    private long sum;

    private int i;

    private int j;

    private int term;

    private int[] number$array;

    private int number$index;

    @Override
    protected int $run() throws Throwable {
        $: for (;;) {
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
                    return this.$await(1, Perdure.<Integer, RuntimeException>await(() -> Flow.call(term$c))); // :23
                }
                case 6: {
                    this.sum = (long) (this.sum + (this.<Integer>$take())); // :23
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
                    return this.$await(2, Perdure.<Integer, RuntimeException>await(() -> Flow.call(1)).named("again")); // :27
                }
                case 9: {
                    this.$state = (this.<Integer>$take() > 1) ? 7 : 10; // :27
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
                    return this.$await(3, Perdure.<Integer, RuntimeException>await(() -> Flow.call(2)).named("tick")); // :31
                }
                case 13: {
                    this.<Object>$take(); // :31
                    this.$state = 11;
                    continue $;
                }
                default:
                    throw $noBlock();
            }
        }
    }

    public static Frame $begin(int[] numbers, int rounds) {
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
            case 1 -> this.rounds = $int(value);
            case 2 -> this.sum = $long(value);
            case 3 -> this.i = $int(value);
            case 4 -> this.j = $int(value);
            case 5 -> this.term = $int(value);
            case 6 -> this.number$array = (int[]) value;
            case 7 -> this.number$index = $int(value);
            default -> throw $noSlot(slot);
        }
    }

    private static Layout $layout() {
        var layout = Layout.of(2, Flow.class, "shop.Flow.sum(int[],int)", "Flow.java", Flow_sum_Machine::new);
        layout.isStatic();
        layout.returns(long.class);
        layout.slot("numbers", int[].class);
        layout.slot("rounds", int.class);
        layout.slot("sum", long.class);
        layout.slot("i", int.class);
        layout.slot("j", int.class);
        layout.slot("term", int.class);
        layout.slot("number.$array", int[].class);
        layout.slot("number.$index", int.class);
        layout.at("@start", 15, 0, 0, "0 1", "0 1", void.class);
        layout.at("call", 23, 5, 6, "0 1 2 3 4 5 6 7", "0 1 2 3 4 6 7", Integer.class);
        layout.at("again", 27, 8, 9, "0 1 2 3 4", "0 1 2 3 4", Integer.class);
        layout.at("tick", 31, 12, 13, "2", "2", void.class);
        return layout.lines("39:16 40:18 49:19 59:20 60:21 61:22 66:23 75:25 76:26 77:27 89:18 95:30 101:31").build();
    }
}
