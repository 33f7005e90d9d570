package shop;

import dev.perdure.Perdure;
import dev.perdure.machine.Access;
import dev.perdure.machine.Dispatch;
import dev.perdure.machine.Frame;
import dev.perdure.machine.Layout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import javax.annotation.processing.Generated;

/**
 * The state machine of shop.Flow.balance(java.lang.String), in Flow.java.
 */
@Generated("dev.perdure.processor.DurableProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "cast", "dep-ann", "deprecation", "divzero", "empty", "exports", "fallthrough",
        "finally", "lossy-conversions", "overloads", "overrides", "preview", "rawtypes", "removal", "serial", "static",
        "synchronization", "this-escape", "try", "unchecked", "varargs"})
public final class Flow_balance_Machine extends Frame {
    public static final Layout LAYOUT = $layout();

    private static final VarHandle $get_bank$ = Access.field(MethodHandles.lookup(), Flow.class, Flow.class, "bank", Flow.Bank.class);

    private Flow $self;

    private String account;

    @Override
    protected int $run() throws Throwable {
        $: for (;;) {
            switch (this.$state) {
                case 0: { // await 'balance'
                    final String account$c = this.account;
                    return this.$await(1, Perdure.<Integer, RuntimeException>await(() -> $get_bank($self).balance(account$c))); // :24
                }
                case 1: {
                    return this.$return((long) (this.<Integer>$take())); // :24
                }
                default:
                    throw $noBlock();
            }
        }
    }

    public static Frame $begin(Flow $self, String account) {
        var $other = Dispatch.override(LAYOUT, $self, new Object[] {account});
        if ($other != null) return $other;
        var $frame = new Flow_balance_Machine();
        $frame.$self = $self;
        $frame.account = account;
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
            case 0 -> this.account;
            default -> throw $noSlot(slot);
        };
    }

    @Override
    public void $set(int slot, Object value) {
        switch (slot) {
            case 0 -> this.account = (String) value;
            default -> throw $noSlot(slot);
        }
    }

    private static Flow.Bank $get_bank(Flow $self) {
        return (Flow.Bank) $get_bank$.get($self);
    }

    private static Layout $layout() {
        var layout = Layout.of(2, Flow.class, "shop.Flow.balance(java.lang.String)", "Flow.java", Flow_balance_Machine::new);
        layout.returns(long.class);
        layout.slot("account", String.class);
        layout.at("@start", 23, 0, 0, "0", "0", void.class);
        layout.at("balance", 24, 0, 1, "0", "", Integer.class).tail();
        return layout.lines("34:24").build();
    }
}
