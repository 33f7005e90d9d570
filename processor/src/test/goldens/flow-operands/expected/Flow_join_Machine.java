package shop;

import dev.perdure.machine.Frame;
import dev.perdure.machine.Layout;
import dev.perdure.machine.SlotReader;
import dev.perdure.machine.SlotWriter;
import java.lang.reflect.Type;
import javax.annotation.processing.Generated;

/**
 * The state machine of shop.Flow.join(int), in Flow.java.
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
public final class Flow_join_Machine extends Frame {
    private static final Type[] TYPES = {int.class, int.class, int[].class, int.class, int.class, int.class, int.class, int.class, java.lang.String.class};

    private static final int[] HANDLERS = {-1, -1, -1, -1, -1, -1, -1, -1, -1};

    public static final Layout LAYOUT = $layout();

    private int n;

    private int i;

    private int[] cells;

    private int call$0;

    private int call$1;

    private int call_2$0;

    private int call_2$1;

    private int call_3$0;

    private java.lang.String call_4$0;

    private static Layout $layout() {
        var layout = Layout.of(1, shop.Flow.class, "shop.Flow.join(int)", "Flow.java", Flow_join_Machine::new);
        layout.isStatic();
        layout.returns(java.lang.String.class);
        layout.slots(TYPES, "n", "i", "cells", "call.$0", "call.$1", "call~2.$0", "call~2.$1", "call~3.$0", "call~4.$0");
        layout.at("@start", 19, 0, 0, "0", "0", void.class);
        layout.at("call", 22, 1, 2, "0 1 2 3 4", "0 1 2 3 4", java.lang.Integer.class);
        layout.at("call~2", 23, 3, 4, "0 2 5 6", "0 2 5 6", java.lang.Integer.class);
        layout.at("call~3", 24, 5, 6, "1 2 7", "1 2 7", java.lang.Integer.class);
        layout.at("call~4", 25, 7, 8, "2 8", "2 8", java.lang.Integer.class);
        return layout.lines("162:20 163:21 164:22 173:23 182:24 190:25").build();
    }

    public static dev.perdure.machine.Frame $begin(int n) {
        var $frame = new Flow_join_Machine();
        $frame.n = n;
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
            case 0 -> out.writeInt("n", this.n);
            case 1 -> out.writeInt("i", this.i);
            case 2 -> out.writeValue("cells", TYPES[2], this.cells);
            case 3 -> out.writeInt("call.$0", this.call$0);
            case 4 -> out.writeInt("call.$1", this.call$1);
            case 5 -> out.writeInt("call~2.$0", this.call_2$0);
            case 6 -> out.writeInt("call~2.$1", this.call_2$1);
            case 7 -> out.writeInt("call~3.$0", this.call_3$0);
            case 8 -> out.writeString("call~4.$0", this.call_4$0);
            default -> throw $noSlot(slot);
        }
    }

    @Override
    public void $load(int slot, SlotReader in) {
        switch (slot) {
            case 0 -> this.n = in.readInt("n");
            case 1 -> this.i = in.readInt("i");
            case 2 -> this.cells = (int[]) in.readValue("cells", TYPES[2]);
            case 3 -> this.call$0 = in.readInt("call.$0");
            case 4 -> this.call$1 = in.readInt("call.$1");
            case 5 -> this.call_2$0 = in.readInt("call~2.$0");
            case 6 -> this.call_2$1 = in.readInt("call~2.$1");
            case 7 -> this.call_3$0 = in.readInt("call~3.$0");
            case 8 -> this.call_4$0 = in.readString("call~4.$0");
            default -> throw $noSlot(slot);
        }
    }

    @Override
    public Object $get(int slot) {
        return switch (slot) {
            case 0 -> this.n;
            case 1 -> this.i;
            case 2 -> this.cells;
            case 3 -> this.call$0;
            case 4 -> this.call$1;
            case 5 -> this.call_2$0;
            case 6 -> this.call_2$1;
            case 7 -> this.call_3$0;
            case 8 -> this.call_4$0;
            default -> throw $noSlot(slot);
        };
    }

    @Override
    public void $set(int slot, Object value) {
        switch (slot) {
            case 0 -> this.n = value == null ? (int) 0 : (java.lang.Integer) value;
            case 1 -> this.i = value == null ? (int) 0 : (java.lang.Integer) value;
            case 2 -> this.cells = (int[]) value;
            case 3 -> this.call$0 = value == null ? (int) 0 : (java.lang.Integer) value;
            case 4 -> this.call$1 = value == null ? (int) 0 : (java.lang.Integer) value;
            case 5 -> this.call_2$0 = value == null ? (int) 0 : (java.lang.Integer) value;
            case 6 -> this.call_2$1 = value == null ? (int) 0 : (java.lang.Integer) value;
            case 7 -> this.call_3$0 = value == null ? (int) 0 : (java.lang.Integer) value;
            case 8 -> this.call_4$0 = (java.lang.String) value;
            default -> throw $noSlot(slot);
        }
    }

    @Override
    protected int $run() throws Throwable {
        $: for (;;) {
            try {
                switch (this.$state) {
                    case 0: {
                        this.i = this.n; // :20
                        this.cells = new int[] {1, 2, 3}; // :21
                        this.call$0 = this.i++; // :22
                        this.call$1 = this.cells[this.call$0]; // :22
                        this.$state = 1;
                    }
                    case 1: { // await 'call'
                        return this.$await(1, dev.perdure.Perdure.await(() -> shop.Flow.call(5))); // :22
                    }
                    case 2: {
                        this.cells[this.call$0] = (int) (this.call$1 + (this.<java.lang.Integer>$take())); // :22
                        this.call_2$0 = this.i; // :23
                        this.call_2$1 = this.i++; // :23
                        this.$state = 3;
                    }
                    case 3: { // await 'call~2'
                        return this.$await(2, dev.perdure.Perdure.await(() -> shop.Flow.call(7))); // :23
                    }
                    case 4: {
                        this.i = (int) (this.call_2$0 + (this.call_2$1 + this.<java.lang.Integer>$take())); // :23
                        this.call_3$0 = this.n + 1; // :24
                        this.$state = 5;
                    }
                    case 5: { // await 'call~3'
                        return this.$await(3, dev.perdure.Perdure.await(() -> shop.Flow.call(1))); // :24
                    }
                    case 6: {
                        var joined = shop.Flow.join(this.call_3$0, this.<java.lang.Integer>$take(), "c" + shop.Flow.call(this.i)); // :24
                        this.call_4$0 = joined + new java.lang.StringBuilder("x"); // :25
                        this.$state = 7;
                    }
                    case 7: { // await 'call~4'
                        return this.$await(4, dev.perdure.Perdure.await(() -> shop.Flow.call(2))); // :25
                    }
                    case 8: {
                        final java.lang.String $result = this.call_4$0 + this.<java.lang.Integer>$take() + java.util.Arrays.toString(this.cells); return this.$return($result); // :25
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
