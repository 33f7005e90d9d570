package shop;

import dev.perdure.machine.Dispatch;
import dev.perdure.machine.Frame;
import dev.perdure.machine.Layout;
import dev.perdure.machine.SlotReader;
import dev.perdure.machine.SlotWriter;
import java.lang.reflect.Type;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * The state machine of shop.Flow.both(int), in Flow.java.
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
public final class Flow_both_Machine extends Frame {
    private static final Type[] TYPES = {int.class, int.class, int.class, java.time.Instant.class};

    private static final int[] HANDLERS = {-1, -1, -1, -1, -1, -1, -1, -1};

    public static final Layout LAYOUT = $layout();

    private shop.Flow $self;

    private int n;

    private int length$0;

    private int length$1;

    private java.time.Instant sleepUntil$0;

    private static Layout $layout() {
        var layout = Layout.of(1, shop.Flow.class, "shop.Flow.both(int)", "Flow.java", Flow_both_Machine::new);
        layout.slots(TYPES, "n", "length.$0", "length.$1", "sleepUntil.$0");
        layout.at("@start", 21, 0, 0, "0", "0", void.class);
        layout.at("fib", 22, 0, 1, "0", "", int.class);
        layout.at("fib~2", 22, 2, 3, "1", "1", int.class);
        layout.at("length", 22, 4, 5, "1 2", "1", int.class);
        layout.at("sleepUntil", 23, 6, 7, "3", "", void.class).tail();
        return layout.lines("139:22 157:23 165:24").build();
    }

    public static dev.perdure.machine.Frame $begin(shop.Flow $self, int n) {
        Objects.requireNonNull($self);
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
        this.$self = (shop.Flow) self;
    }

    @Override
    public void $save(int slot, SlotWriter out) {
        switch (slot) {
            case 0 -> out.writeInt("n", this.n);
            case 1 -> out.writeInt("length.$0", this.length$0);
            case 2 -> out.writeInt("length.$1", this.length$1);
            case 3 -> out.writeValue("sleepUntil.$0", TYPES[3], this.sleepUntil$0);
            default -> throw $noSlot(slot);
        }
    }

    @Override
    public void $load(int slot, SlotReader in) {
        switch (slot) {
            case 0 -> this.n = in.readInt("n");
            case 1 -> this.length$0 = in.readInt("length.$0");
            case 2 -> this.length$1 = in.readInt("length.$1");
            case 3 -> this.sleepUntil$0 = (java.time.Instant) in.readValue("sleepUntil.$0", TYPES[3]);
            default -> throw $noSlot(slot);
        }
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
            case 0 -> this.n = value == null ? (int) 0 : (java.lang.Integer) value;
            case 1 -> this.length$0 = value == null ? (int) 0 : (java.lang.Integer) value;
            case 2 -> this.length$1 = value == null ? (int) 0 : (java.lang.Integer) value;
            case 3 -> this.sleepUntil$0 = (java.time.Instant) value;
            default -> throw $noSlot(slot);
        }
    }

    @Override
    protected int $run() throws Throwable {
        $: for (;;) {
            try {
                switch (this.$state) {
                    case 0: { // await 'fib'
                        return this.$call(1, shop.Flow_fib_Machine.$begin($self, this.n)); // :22
                    }
                    case 1: {
                        this.length$0 = ((int) this.<java.lang.Integer>$take()); // :22
                        this.$state = 2;
                    }
                    case 2: { // await 'fib~2'
                        return this.$call(2, shop.Flow_fib_Machine.$begin($self, 2)); // :22
                    }
                    case 3: {
                        this.length$1 = ((int) this.<java.lang.Integer>$take()); // :22
                        this.$state = 4;
                    }
                    case 4: { // await 'length'
                        return this.$call(3, shop.Flow_length_Machine.$begin("x", 1, this.length$1)); // :22
                    }
                    case 5: {
                        int sum = this.length$0 + ((int) this.<java.lang.Integer>$take()); // :22
                        this.sleepUntil$0 = java.time.Instant.EPOCH.plusSeconds(sum); // :23
                        this.$state = 6;
                    }
                    case 6: { // await 'sleepUntil'
                        return this.$sleepUntil(4, this.sleepUntil$0); // :23
                    }
                    case 7: {
                        this.<java.lang.Object>$take(); // :23
                        return this.$return(null); // :24
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
