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
 * The state machine of shop.Flow.careful(java.lang.String), in Flow.java.
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
public final class Flow_careful_Machine extends Frame {
    private static final Type[] TYPES = {java.lang.String.class};

    private static final int[] HANDLERS = {2, 2, -1, -1, -1, -1};

    public static final Layout LAYOUT = $layout();

    private static final MethodHandle $get_bank$ = Access.getter(MethodHandles.lookup(), shop.Flow.class, shop.Flow.class, "bank", shop.Flow.Bank.class);

    private shop.Flow $self;

    private java.lang.String account;

    private static Layout $layout() {
        var layout = Layout.of(1, shop.Flow.class, "shop.Flow.careful(java.lang.String)", "Flow.java", Flow_careful_Machine::new);
        layout.returns(int.class);
        layout.slots(TYPES, "account");
        layout.at("@start", 46, 0, 0, "0", "0", void.class);
        layout.at("guarded", 48, 0, 1, "0", "", java.lang.Integer.class);
        layout.at("added to", 50, 4, 5, "", "", java.lang.Integer.class);
        return layout.lines("134:48 147:49 152:50").build();
    }

    public static dev.perdure.machine.Frame $begin(shop.Flow $self, java.lang.String account) {
        Objects.requireNonNull($self);
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
                    case 0: { // await 'guarded'
                        final java.lang.String account$c = this.account;
                        return this.$await(1, dev.perdure.Perdure.await(() -> $get_bank($self).balance(account$c)).named("guarded")); // :48
                    }
                    case 1: {
                        return this.$return((int) (this.<java.lang.Integer>$take())); // :48
                    }
                    case 2: {
                        if (this.$thrown instanceof java.lang.IllegalStateException) {
                            this.$state = 3;
                            continue $;
                        }
                        throw this.$thrown;
                    }
                    case 3: {
                        java.lang.IllegalStateException closed = (java.lang.IllegalStateException) this.$thrown; // :49
                        this.$state = 4;
                    }
                    case 4: { // await 'added to'
                        this.account = null;
                        return this.$await(2, dev.perdure.Perdure.await(() -> $get_bank($self).balance("reserve")).named("added to")); // :50
                    }
                    case 5: {
                        return this.$return((int) (1 + this.<java.lang.Integer>$take())); // :50
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
