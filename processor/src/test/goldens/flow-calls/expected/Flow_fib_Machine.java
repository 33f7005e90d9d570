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
 * The state machine of shop.Flow.fib(int), in Flow.java.
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
public final class Flow_fib_Machine extends Frame {
    private static final Type[] TYPES = {int.class, int.class, int.class, int.class};

    private static final int[] HANDLERS = {-1, -1, -1, -1, -1, -1, -1, -1};

    public static final Layout LAYOUT = $layout();

    private shop.Flow $self;

    private int n;

    private int fib_2$0;

    private int fib$0;

    private int fib_2$1;

    private int fib_2$2;

    private static Layout $layout() {
        var layout = Layout.of(1, shop.Flow.class, "shop.Flow.fib(int)", "Flow.java", Flow_fib_Machine::new);
        layout.returns(int.class);
        layout.slots(TYPES, "n", "fib.$0", "fib~2.$1", "fib~2.$2");
        layout.at("@start", 11, 0, 0, "0", "0", void.class);
        layout.at("fib", 12, 3, 4, "0 1", "0", int.class);
        layout.at("fib~2", 12, 5, 6, "2 3", "2", int.class);
        return layout.lines("140:12").build();
    }

    public static dev.perdure.machine.Frame $begin(shop.Flow $self, int n) {
        Objects.requireNonNull($self);
        var $other = Dispatch.override(LAYOUT, $self, new Object[] {n});
        if ($other != null) return $other;
        var $frame = new Flow_fib_Machine();
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
            case 1 -> out.writeInt("fib.$0", this.fib$0);
            case 2 -> out.writeInt("fib~2.$1", this.fib_2$1);
            case 3 -> out.writeInt("fib~2.$2", this.fib_2$2);
            default -> throw $noSlot(slot);
        }
    }

    @Override
    public void $load(int slot, SlotReader in) {
        switch (slot) {
            case 0 -> this.n = in.readInt("n");
            case 1 -> this.fib$0 = in.readInt("fib.$0");
            case 2 -> this.fib_2$1 = in.readInt("fib~2.$1");
            case 3 -> this.fib_2$2 = in.readInt("fib~2.$2");
            default -> throw $noSlot(slot);
        }
    }

    @Override
    public Object $get(int slot) {
        return switch (slot) {
            case 0 -> this.n;
            case 1 -> this.fib$0;
            case 2 -> this.fib_2$1;
            case 3 -> this.fib_2$2;
            default -> throw $noSlot(slot);
        };
    }

    @Override
    public void $set(int slot, Object value) {
        switch (slot) {
            case 0 -> this.n = value == null ? (int) 0 : (java.lang.Integer) value;
            case 1 -> this.fib$0 = value == null ? (int) 0 : (java.lang.Integer) value;
            case 2 -> this.fib_2$1 = value == null ? (int) 0 : (java.lang.Integer) value;
            case 3 -> this.fib_2$2 = value == null ? (int) 0 : (java.lang.Integer) value;
            default -> throw $noSlot(slot);
        }
    }

    @Override
    protected int $run() throws Throwable {
        $: for (;;) {
            try {
                switch (this.$state) {
                    case 0: {
                        this.$state = this.n < 2 ? 1 : 2; // :12
                        continue $;
                    }
                    case 1: {
                        this.fib_2$0 = this.n; // :12
                        this.$state = 7;
                        continue $;
                    }
                    case 2: {
                        this.fib$0 = this.n - 1; // :12
                        this.$state = 3;
                    }
                    case 3: { // await 'fib'
                        return this.$call(1, shop.Flow_fib_Machine.$begin($self, this.fib$0)); // :12
                    }
                    case 4: {
                        this.fib_2$1 = ((int) this.<java.lang.Integer>$take()); // :12
                        this.fib_2$2 = this.n - 2; // :12
                        this.$state = 5;
                    }
                    case 5: { // await 'fib~2'
                        return this.$call(2, shop.Flow_fib_Machine.$begin($self, this.fib_2$2)); // :12
                    }
                    case 6: {
                        this.fib_2$0 = this.fib_2$1 + ((int) this.<java.lang.Integer>$take()); // :12
                        this.$state = 7;
                    }
                    case 7: {
                        return this.$return((int) (this.fib_2$0)); // :12
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
