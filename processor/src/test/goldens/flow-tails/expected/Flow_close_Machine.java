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
 * The state machine of shop.Flow.close(java.lang.String,boolean), in Flow.java.
 */
@Generated("dev.perdure.processor.DurableProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "cast", "dep-ann", "deprecation", "divzero", "empty", "exports", "fallthrough",
        "finally", "lossy-conversions", "overloads", "overrides", "preview", "rawtypes", "removal", "serial", "static",
        "synchronization", "this-escape", "try", "unchecked", "varargs"})
public final class Flow_close_Machine extends Frame {
    public static final Layout LAYOUT = $layout();

    private static final VarHandle $get_bank$ = Access.field(MethodHandles.lookup(), Flow.class, Flow.class, "bank", Flow.Bank.class);

    private Flow $self;

    private String account;

    private boolean ask;

    @Override
    protected int $run() throws Throwable {
        $: for (;;) {
            switch (this.$state) {
                case 0: {
                    this.$state = (this.ask) ? 1 : 3; // :30
                    continue $;
                }
                case 1: { // await 'balance'
                    final String account$c = this.account;
                    return this.$await(1, Perdure.<Integer, RuntimeException>await(() -> $get_bank($self).balance(account$c))); // :31
                }
                case 2: {
                    this.<Object>$take(); // :31
                    $get_bank($self).close(this.account); // :32
                    this.$state = 5;
                    continue $;
                }
                case 3: { // await 'close'
                    final String account$c = this.account;
                    return this.$await(2, Perdure.<RuntimeException>await(() -> $get_bank($self).close(account$c))); // :34
                }
                case 4: {
                    this.<Object>$take(); // :34
                    this.$state = 5;
                }
                case 5: {
                    return this.$return(null); // :36
                }
                default:
                    throw $noBlock();
            }
        }
    }

    public static Frame $begin(Flow $self, String account,
            boolean ask) {
        var $other = Dispatch.override(LAYOUT, $self, new Object[] {account, ask});
        if ($other != null) return $other;
        var $frame = new Flow_close_Machine();
        $frame.$self = $self;
        $frame.account = account;
        $frame.ask = ask;
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
            case 1 -> this.ask;
            default -> throw $noSlot(slot);
        };
    }

    @Override
    public void $set(int slot, Object value) {
        switch (slot) {
            case 0 -> this.account = (String) value;
            case 1 -> this.ask = $boolean(value);
            default -> throw $noSlot(slot);
        }
    }

    private static Flow.Bank $get_bank(Flow $self) {
        return (Flow.Bank) $get_bank$.get($self);
    }

    private static Layout $layout() {
        var layout = Layout.of(2, Flow.class, "shop.Flow.close(java.lang.String,boolean)", "Flow.java", Flow_close_Machine::new);
        layout.slot("account", String.class);
        layout.slot("ask", boolean.class);
        layout.at("@start", 29, 0, 0, "0 1", "0 1", void.class);
        layout.at("balance", 31, 1, 2, "0", "0", void.class);
        layout.at("close", 34, 3, 4, "0", "", void.class).tail();
        return layout.lines("35:30 40:31 44:32 50:34 57:36").build();
    }
}
