package shop;

import dev.perdure.machine.Access;
import dev.perdure.machine.Dispatch;
import dev.perdure.machine.Frame;
import dev.perdure.machine.Layout;
import dev.perdure.machine.SlotReader;
import dev.perdure.machine.SlotWriter;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Type;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * The state machine of shop.Flow.balance(java.lang.String), in Flow.java.
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
public final class Flow_balance_Machine extends Frame {
    private static final Type[] TYPES = {java.lang.String.class};

    private static final int[] HANDLERS = {-1, -1};

    public static final Layout LAYOUT = $layout();

    private static final MethodHandle $get_bank$ = Access.getter(MethodHandles.lookup(), shop.Flow.class, shop.Flow.class, "bank", shop.Flow.Bank.class);

    private shop.Flow $self;

    private java.lang.String account;

    private static Layout $layout() {
        var layout = Layout.of(1, shop.Flow.class, "shop.Flow.balance(java.lang.String)", "Flow.java", Flow_balance_Machine::new);
        layout.returns(long.class);
        layout.slots(TYPES, "account");
        layout.at("@start", 23, 0, 0, "0", "0", void.class);
        layout.at("balance", 24, 0, 1, "0", "", java.lang.Integer.class).tail();
        return layout.lines("133:24").build();
    }

    public static dev.perdure.machine.Frame $begin(shop.Flow $self, java.lang.String account) {
        Objects.requireNonNull($self);
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
        this.$self = (shop.Flow) self;
    }

    @Override
    public void $save(int slot, SlotWriter out) {
        switch (slot) {
            case 0 -> out.writeString("account", this.account);
            default -> throw $noSlot(slot);
        }
    }

    @Override
    public void $load(int slot, SlotReader in) {
        switch (slot) {
            case 0 -> this.account = in.readString("account");
            default -> throw $noSlot(slot);
        }
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
            case 0 -> this.account = (java.lang.String) value;
            default -> throw $noSlot(slot);
        }
    }

    private static shop.Flow.Bank $get_bank(shop.Flow $self) {
        try {
            return (shop.Flow.Bank) $get_bank$.invokeExact((shop.Flow) $self);
        } catch (Throwable $t) {
            throw $sneak($t);
        }
    }

    @Override
    protected int $run() throws Throwable {
        $: for (;;) {
            try {
                switch (this.$state) {
                    case 0: { // await 'balance'
                        final java.lang.String account$c = this.account;
                        return this.$await(1, dev.perdure.Perdure.await(() -> $get_bank($self).balance(account$c))); // :24
                    }
                    case 1: {
                        return this.$return((long) (this.<java.lang.Integer>$take())); // :24
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
