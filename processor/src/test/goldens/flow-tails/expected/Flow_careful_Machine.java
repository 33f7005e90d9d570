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
 * The state machine of shop.Flow.careful(java.lang.String), in Flow.java.
 */
@Generated("dev.perdure.processor.DurableProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "cast", "dep-ann", "deprecation", "divzero", "empty", "exports", "fallthrough",
        "finally", "lossy-conversions", "overloads", "overrides", "preview", "rawtypes", "removal", "serial", "static",
        "synchronization", "this-escape", "try", "unchecked", "varargs"})
public final class Flow_careful_Machine extends Frame {
    public static final Layout LAYOUT = $layout();

    private static final int[] HANDLERS = {2, 2, -1, -1, -1, -1};

    private static final VarHandle $get_bank$ = Access.field(MethodHandles.lookup(), Flow.class, Flow.class, "bank", Flow.Bank.class);

    private Flow $self;

    private String account;

    @Override
    protected int $run() throws Throwable {
        $: for (;;) {
            try {
                switch (this.$state) {
                    case 0: { // await 'guarded'
                        final String account$c = this.account;
                        return this.$await(1, Perdure.<Integer, RuntimeException>await(() -> $get_bank($self).balance(account$c)).named("guarded")); // :48
                    }
                    case 1: {
                        return this.$return((int) (this.<Integer>$take())); // :48
                    }
                    case 2: {
                        if (this.$thrown instanceof IllegalStateException) {
                            this.$state = 3;
                            continue $;
                        }
                        throw this.$thrown;
                    }
                    case 3: {
                        IllegalStateException closed = (IllegalStateException) this.$thrown; // :49
                        this.$state = 4;
                    }
                    case 4: { // await 'added to'
                        this.account = null;
                        return this.$await(2, Perdure.<Integer, RuntimeException>await(() -> $get_bank($self).balance("reserve")).named("added to")); // :50
                    }
                    case 5: {
                        return this.$return((int) (1 + this.<Integer>$take())); // :50
                    }
                    default:
                        throw $noBlock();
                }
            } catch (Throwable $t) {
                this.$state = this.$unwind($t, HANDLERS);
            }
        }
    }

    public static Frame $begin(Flow $self, String account) {
        var $other = Dispatch.override(LAYOUT, $self, new Object[] {account});
        if ($other != null) return $other;
        var $frame = new Flow_careful_Machine();
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
        var layout = Layout.of(2, Flow.class, "shop.Flow.careful(java.lang.String)", "Flow.java", Flow_careful_Machine::new);
        layout.returns(int.class);
        layout.slot("account", String.class);
        layout.at("@start", 46, 0, 0, "0", "0", void.class);
        layout.at("guarded", 48, 0, 1, "0", "", Integer.class);
        layout.at("added to", 50, 4, 5, "", "", Integer.class);
        return layout.lines("37:48 50:49 55:50").build();
    }
}
