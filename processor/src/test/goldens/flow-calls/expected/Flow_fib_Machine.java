package shop;

import dev.perdure.machine.Dispatch;
import dev.perdure.machine.Frame;
import dev.perdure.machine.Layout;
import javax.annotation.processing.Generated;

/**
 * The state machine of shop.Flow.fib(int), in Flow.java.
 */
@Generated("dev.perdure.processor.DurableProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "cast", "dep-ann", "deprecation", "divzero", "empty", "exports", "fallthrough",
        "finally", "lossy-conversions", "overloads", "overrides", "preview", "rawtypes", "removal", "serial", "static",
        "synchronization", "this-escape", "try", "unchecked", "varargs"})
public final class Flow_fib_Machine extends Frame {
    public static final Layout LAYOUT = $layout();

    private Flow $self;

    private int n;

    private int fib_2$0;

    private int fib$0;

    private int fib_2$1;

    private int fib_2$2;

    @Override
    protected int $run() throws Throwable {
        $: for (;;) {
            switch (this.$state) {
                case 0: {
                    this.$state = this.n < 2 ? 1 : 2; // :12
                    continue $;
                }
                case 1: {
                    this.fib_2$0 = this.n; // :12
                    this.$state = 7;
                    continue $;
                }
                case 2: {
                    this.fib$0 = this.n - 1; // :12
                    this.$state = 3;
                }
                case 3: { // await 'fib'
                    return this.$call(1, shop.Flow_fib_Machine.$begin($self, this.fib$0)); // :12
                }
                case 4: {
                    this.fib_2$1 = ((int) this.<Integer>$take()); // :12
                    this.fib_2$2 = this.n - 2; // :12
                    this.$state = 5;
                }
                case 5: { // await 'fib~2'
                    return this.$call(2, shop.Flow_fib_Machine.$begin($self, this.fib_2$2)); // :12
                }
                case 6: {
                    this.fib_2$0 = this.fib_2$1 + ((int) this.<Integer>$take()); // :12
                    this.$state = 7;
                }
                case 7: {
                    return this.$return((int) (this.fib_2$0)); // :12
                }
                default:
                    throw $noBlock();
            }
        }
    }

    public static Frame $begin(Flow $self, int n) {
        var $other = Dispatch.override(LAYOUT, $self, new Object[] {n});
        if ($other != null) return $other;
        var $frame = new Flow_fib_Machine();
        $frame.$self = $self;
        $frame.n = n;
        return $frame;
    }

    @Override
    public Layout layout() {
        return LAYOUT;
    }

    @Override
    public void $bind(Object self) {
        this.$self = (Flow) self;
    }

    @Override
    public Object $get(int slot) {
        return switch (slot) {
            case 0 -> this.n;
            case 1 -> this.fib$0;
            case 2 -> this.fib_2$1;
            case 3 -> this.fib_2$2;
            default -> throw $noSlot(slot);
        };
    }

    @Override
    public void $set(int slot, Object value) {
        switch (slot) {
            case 0 -> this.n = $int(value);
            case 1 -> this.fib$0 = $int(value);
            case 2 -> this.fib_2$1 = $int(value);
            case 3 -> this.fib_2$2 = $int(value);
            default -> throw $noSlot(slot);
        }
    }

    private static Layout $layout() {
        var layout = Layout.of(2, Flow.class, "shop.Flow.fib(int)", "Flow.java", Flow_fib_Machine::new);
        layout.returns(int.class);
        layout.slot("n", int.class);
        layout.slot("fib.$0", int.class);
        layout.slot("fib~2.$1", int.class);
        layout.slot("fib~2.$2", int.class);
        layout.at("@start", 11, 0, 0, "0", "0", void.class);
        layout.at("fib", 12, 3, 4, "0 1", "0", int.class);
        layout.at("fib~2", 12, 5, 6, "2 3", "2", int.class);
        return layout.lines("35:12").build();
    }
}
