package shop;

import dev.perdure.machine.Dispatch;
import dev.perdure.machine.Frame;
import dev.perdure.machine.Layout;
import java.time.Instant;
import javax.annotation.processing.Generated;

/**
 * The state machine of shop.Flow.both(int), in Flow.java.
 */
@Generated("dev.perdure.processor.DurableProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "cast", "dep-ann", "deprecation", "divzero", "empty", "exports", "fallthrough",
        "finally", "lossy-conversions", "overloads", "overrides", "preview", "rawtypes", "removal", "serial", "static",
        "synchronization", "this-escape", "try", "unchecked", "varargs"})
public final class Flow_both_Machine extends Frame {
    public static final Layout LAYOUT = $layout();

    private Flow $self;

    private int n;

    private int length$0;

    private int length$1;

    private Instant sleepUntil$0;

    @Override
    protected int $run() throws Throwable {
        $: for (;;) {
            switch (this.$state) {
                case 0: { // await 'fib'
                    return this.$call(1, shop.Flow_fib_Machine.$begin($self, this.n)); // :22
                }
                case 1: {
                    this.length$0 = ((int) this.<Integer>$take()); // :22
                    this.$state = 2;
                }
                case 2: { // await 'fib~2'
                    return this.$call(2, shop.Flow_fib_Machine.$begin($self, 2)); // :22
                }
                case 3: {
                    this.length$1 = ((int) this.<Integer>$take()); // :22
                    this.$state = 4;
                }
                case 4: { // await 'length'
                    return this.$call(3, shop.Flow_length_Machine.$begin("x", 1, this.length$1)); // :22
                }
                case 5: {
                    int sum = this.length$0 + ((int) this.<Integer>$take()); // :22
                    this.sleepUntil$0 = Instant.EPOCH.plusSeconds(sum); // :23
                    this.$state = 6;
                }
                case 6: { // await 'sleepUntil'
                    return this.$sleepUntil(4, this.sleepUntil$0); // :23
                }
                case 7: {
                    this.<Object>$take(); // :23
                    return this.$return(null); // :24
                }
                default:
                    throw $noBlock();
            }
        }
    }

    public static Frame $begin(Flow $self, int n) {
        var $other = Dispatch.override(LAYOUT, $self, new Object[] {n});
        if ($other != null) return $other;
        var $frame = new Flow_both_Machine();
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
            case 1 -> this.length$0;
            case 2 -> this.length$1;
            case 3 -> this.sleepUntil$0;
            default -> throw $noSlot(slot);
        };
    }

    @Override
    public void $set(int slot, Object value) {
        switch (slot) {
            case 0 -> this.n = $int(value);
            case 1 -> this.length$0 = $int(value);
            case 2 -> this.length$1 = $int(value);
            case 3 -> this.sleepUntil$0 = (Instant) value;
            default -> throw $noSlot(slot);
        }
    }

    private static Layout $layout() {
        var layout = Layout.of(2, Flow.class, "shop.Flow.both(int)", "Flow.java", Flow_both_Machine::new);
        layout.slot("n", int.class);
        layout.slot("length.$0", int.class);
        layout.slot("length.$1", int.class);
        layout.slot("sleepUntil.$0", Instant.class);
        layout.at("@start", 21, 0, 0, "0", "0", void.class);
        layout.at("fib", 22, 0, 1, "0", "", int.class);
        layout.at("fib~2", 22, 2, 3, "1", "1", int.class);
        layout.at("length", 22, 4, 5, "1 2", "1", int.class);
        layout.at("sleepUntil", 23, 6, 7, "3", "", void.class).tail();
        return layout.lines("34:22 52:23 60:24").build();
    }
}
