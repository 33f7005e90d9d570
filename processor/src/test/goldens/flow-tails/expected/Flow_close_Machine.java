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
 * The state machine of shop.Flow.close(java.lang.String,boolean), in Flow.java.
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
public final class Flow_close_Machine extends Frame {
    private static final Type[] TYPES = {java.lang.String.class, boolean.class};

    private static final int[] HANDLERS = {-1, -1, -1, -1, -1, -1};

    public static final Layout LAYOUT = $layout();

    private static final MethodHandle $get_bank$ = Access.getter(MethodHandles.lookup(), shop.Flow.class, shop.Flow.class, "bank", shop.Flow.Bank.class);

    private shop.Flow $self;

    private java.lang.String account;

    private boolean ask;

    private static Layout $layout() {
        var layout = Layout.of(1, shop.Flow.class, "shop.Flow.close(java.lang.String,boolean)", "Flow.java", Flow_close_Machine::new);
        layout.slots(TYPES, "account", "ask");
        layout.at("@start", 29, 0, 0, "0 1", "0 1", void.class);
        layout.at("balance", 31, 1, 2, "0", "0", void.class);
        layout.at("close", 34, 3, 4, "0", "", void.class).tail();
        return layout.lines("140:30 145:31 149:32 155:34 162:36").build();
    }

    public static dev.perdure.machine.Frame $begin(shop.Flow $self, java.lang.String account,
            boolean ask) {
        Objects.requireNonNull($self);
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
        this.$self = (shop.Flow) self;
    }

    @Override
    public void $save(int slot, SlotWriter out) {
        switch (slot) {
            case 0 -> out.writeString("account", this.account);
            case 1 -> out.writeBoolean("ask", this.ask);
            default -> throw $noSlot(slot);
        }
    }

    @Override
    public void $load(int slot, SlotReader in) {
        switch (slot) {
            case 0 -> this.account = in.readString("account");
            case 1 -> this.ask = in.readBoolean("ask");
            default -> throw $noSlot(slot);
        }
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
            case 0 -> this.account = (java.lang.String) value;
            case 1 -> this.ask = value == null ? false : (java.lang.Boolean) value;
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
                    case 0: {
                        this.$state = (this.ask) ? 1 : 3; // :30
                        continue $;
                    }
                    case 1: { // await 'balance'
                        final java.lang.String account$c = this.account;
                        return this.$await(1, dev.perdure.Perdure.await(() -> $get_bank($self).balance(account$c))); // :31
                    }
                    case 2: {
                        this.<java.lang.Object>$take(); // :31
                        $get_bank($self).close(this.account); // :32
                        this.$state = 5;
                        continue $;
                    }
                    case 3: { // await 'close'
                        final java.lang.String account$c = this.account;
                        return this.$await(2, dev.perdure.Perdure.await(() -> $get_bank($self).close(account$c))); // :34
                    }
                    case 4: {
                        this.<java.lang.Object>$take(); // :34
                        this.$state = 5;
                    }
                    case 5: {
                        return this.$return(null); // :36
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
