package shop;

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

    private static final MethodHandle $get_bank$ = $find$get_bank();

    private shop.Flow $self;

    private java.lang.String account;

    private static Layout $layout() {
        var layout = Layout.of(1, shop.Flow.class, "shop.Flow.careful(java.lang.String)", "Flow.java", Flow_careful_Machine::new);
        layout.returns(int.class);
        layout.slot("account", TYPES[0]);
        layout.point("@start", 40, 0, 0, new int[] {0}, new int[] {0}, void.class);
        layout.point("guarded", 42, 0, 1, new int[] {0}, new int[] {}, java.lang.Integer.class);
        layout.point("added to", 44, 4, 5, new int[] {}, new int[] {}, java.lang.Integer.class);
        return layout.lines("153:42 166:43 171:44").build();
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
            case 0:
                out.writeString("account", this.account);
                break;
            default:
                throw new IllegalArgumentException("no slot " + slot);
        }
    }

    @Override
    public void $load(int slot, SlotReader in) {
        switch (slot) {
            case 0:
                this.account = in.readString("account");
                break;
            default:
                throw new IllegalArgumentException("no slot " + slot);
        }
    }

    @Override
    public Object $get(int slot) {
        switch (slot) {
            case 0:
                return this.account;
            default:
                throw new IllegalArgumentException("no slot " + slot);
        }
    }

    @Override
    public void $set(int slot, Object value) {
        switch (slot) {
            case 0:
                this.account = (java.lang.String) value;
                break;
            default:
                throw new IllegalArgumentException("no slot " + slot);
        }
    }

    private static java.lang.invoke.MethodHandle $find$get_bank() {
        try {
            var $lookup = MethodHandles.privateLookupIn(shop.Flow.class, MethodHandles.lookup());
            return $lookup.findGetter(shop.Flow.class, "bank", shop.Flow.Bank.class);
        } catch (ReflectiveOperationException $e) {
            throw new LinkageError($e.toString(), $e);
        }
    }

    private static shop.Flow.Bank $get_bank(shop.Flow $self) {
        try {
            return (shop.Flow.Bank) $get_bank$.invokeExact((shop.Flow) java.util.Objects.requireNonNull($self));
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
                        return this.$await(1, dev.perdure.Perdure.await(() -> $get_bank($self).balance(account$c)).named("guarded")); // :42
                    }
                    case 1: {
                        return this.$return((int) (this.<java.lang.Integer>$take())); // :42
                    }
                    case 2: {
                        if (this.$thrown instanceof java.lang.IllegalStateException) {
                            this.$state = 3;
                            continue $;
                        }
                        throw this.$thrown;
                    }
                    case 3: {
                        java.lang.IllegalStateException closed = (java.lang.IllegalStateException) this.$thrown; // :43
                        this.$state = 4;
                    }
                    case 4: { // await 'added to'
                        this.account = null;
                        return this.$await(2, dev.perdure.Perdure.await(() -> $get_bank($self).balance("reserve")).named("added to")); // :44
                    }
                    case 5: {
                        return this.$return((int) (1 + this.<java.lang.Integer>$take())); // :44
                    }
                    default:
                        throw new IllegalStateException("no block " + this.$state);
                }
            } catch (Throwable $t) {
                this.$state = this.$unwind($t, HANDLERS);
            }
        }
    }
}
