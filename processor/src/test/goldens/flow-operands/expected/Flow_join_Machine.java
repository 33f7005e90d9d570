package shop;

import dev.perdure.Perdure;
import dev.perdure.machine.Frame;
import dev.perdure.machine.Layout;
import java.util.Arrays;
import javax.annotation.processing.Generated;

/**
 * The state machine of shop.Flow.join(int), in Flow.java.
 */
@Generated("dev.perdure.processor.DurableProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "cast", "dep-ann", "deprecation", "divzero", "empty", "exports", "fallthrough",
        "finally", "lossy-conversions", "overloads", "overrides", "preview", "rawtypes", "removal", "serial", "static",
        "synchronization", "this-escape", "try", "unchecked", "varargs"})
public final class Flow_join_Machine extends Frame {
    public static final Layout LAYOUT = $layout();

    private int n;

    private int i;

    private int[] cells;

    private int call$0;

    private int call$1;

    private int call_2$0;

    private int call_2$1;

    private int call_3$0;

    private String call_4$0;

    @Override
    protected int $run() throws Throwable {
        $: for (;;) {
            switch (this.$state) {
                case 0: {
                    this.i = this.n; // :20
                    this.cells = new int[] {1, 2, 3}; // :21
                    this.call$0 = this.i++; // :22
                    this.call$1 = this.cells[this.call$0]; // :22
                    this.$state = 1;
                }
                case 1: { // await 'call'
                    return this.$await(1, Perdure.<Integer, RuntimeException>await(() -> Flow.call(5))); // :22
                }
                case 2: {
                    this.cells[this.call$0] = (int) (this.call$1 + (this.<Integer>$take())); // :22
                    this.call_2$0 = this.i; // :23
                    this.call_2$1 = this.i++; // :23
                    this.$state = 3;
                }
                case 3: { // await 'call~2'
                    return this.$await(2, Perdure.<Integer, RuntimeException>await(() -> Flow.call(7))); // :23
                }
                case 4: {
                    this.i = (int) (this.call_2$0 + (this.call_2$1 + this.<Integer>$take())); // :23
                    this.call_3$0 = this.n + 1; // :24
                    this.$state = 5;
                }
                case 5: { // await 'call~3'
                    return this.$await(3, Perdure.<Integer, RuntimeException>await(() -> Flow.call(1))); // :24
                }
                case 6: {
                    var joined = Flow.join(this.call_3$0, this.<Integer>$take(), "c" + Flow.call(this.i)); // :24
                    this.call_4$0 = joined + new StringBuilder("x"); // :25
                    this.$state = 7;
                }
                case 7: { // await 'call~4'
                    return this.$await(4, Perdure.<Integer, RuntimeException>await(() -> Flow.call(2))); // :25
                }
                case 8: {
                    final String $result = this.call_4$0 + this.<Integer>$take() + Arrays.toString(this.cells); // :25
                    return this.$return($result);
                }
                default:
                    throw $noBlock();
            }
        }
    }

    public static Frame $begin(int n) {
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
            case 0 -> this.n = $int(value);
            case 1 -> this.i = $int(value);
            case 2 -> this.cells = (int[]) value;
            case 3 -> this.call$0 = $int(value);
            case 4 -> this.call$1 = $int(value);
            case 5 -> this.call_2$0 = $int(value);
            case 6 -> this.call_2$1 = $int(value);
            case 7 -> this.call_3$0 = $int(value);
            case 8 -> this.call_4$0 = (String) value;
            default -> throw $noSlot(slot);
        }
    }

    private static Layout $layout() {
        var layout = Layout.of(2, Flow.class, "shop.Flow.join(int)", "Flow.java", Flow_join_Machine::new);
        layout.isStatic();
        layout.returns(String.class);
        layout.slot("n", int.class);
        layout.slot("i", int.class);
        layout.slot("cells", int[].class);
        layout.slot("call.$0", int.class);
        layout.slot("call.$1", int.class);
        layout.slot("call~2.$0", int.class);
        layout.slot("call~2.$1", int.class);
        layout.slot("call~3.$0", int.class);
        layout.slot("call~4.$0", String.class);
        layout.at("@start", 19, 0, 0, "0", "0", void.class);
        layout.at("call", 22, 1, 2, "0 1 2 3 4", "0 1 2 3 4", Integer.class);
        layout.at("call~2", 23, 3, 4, "0 2 5 6", "0 2 5 6", Integer.class);
        layout.at("call~3", 24, 5, 6, "1 2 7", "1 2 7", Integer.class);
        layout.at("call~4", 25, 7, 8, "2 8", "2 8", Integer.class);
        return layout.lines("42:20 43:21 44:22 53:23 62:24 70:25").build();
    }
}
