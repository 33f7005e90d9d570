package shop;

import dev.perdure.Perdure;
import dev.perdure.machine.Dispatch;
import dev.perdure.machine.Frame;
import dev.perdure.machine.Layout;
import javax.annotation.processing.Generated;

/**
 * The state machine of shop.Flow.place(int), in Flow.java.
 */
@Generated("dev.perdure.processor.DurableProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "cast", "dep-ann", "deprecation", "divzero", "empty", "exports", "fallthrough",
        "finally", "lossy-conversions", "overloads", "overrides", "preview", "rawtypes", "removal", "serial", "static",
        "synchronization", "this-escape", "try", "unchecked", "varargs"})
public final class Flow_place_Machine extends Frame {
    public static final Layout LAYOUT = $layout();

    private Flow $self;

    private int amount;

    @Override
    protected int $run() throws Throwable {
        $: for (;;) {
            switch (this.$state) {
                case 0: { // await 'add'
                    final int amount$c = this.amount;
                    return this.$await(1, Perdure.<Integer, RuntimeException>await(() -> amount$c + 1).named("add")); // :10
                }
                case 1: {
                    return this.$return((int) (this.<Integer>$take())); // :10
                }
                default:
                    throw $noBlock();
            }
        }
    }

    public static Frame $begin(Flow $self, int amount) {
        var $other = Dispatch.override(LAYOUT, $self, new Object[] {amount});
        if ($other != null) return $other;
        var $frame = new Flow_place_Machine();
        $frame.$self = $self;
        $frame.amount = amount;
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
            case 0 -> this.amount;
            default -> throw $noSlot(slot);
        };
    }

    @Override
    public void $set(int slot, Object value) {
        switch (slot) {
            case 0 -> this.amount = $int(value);
            default -> throw $noSlot(slot);
        }
    }

    private static Layout $layout() {
        var layout = Layout.of(2, Flow.class, "shop.Flow.place(int)", "Flow.java", Flow_place_Machine::new);
        layout.returns(int.class);
        layout.slot("amount", int.class);
        layout.at("@start", 9, 0, 0, "0", "0", void.class);
        layout.at("add", 10, 0, 1, "0", "", Integer.class).tail();
        return layout.lines("29:10").build();
    }
}
