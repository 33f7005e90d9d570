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
 * The state machine of shop.Flow.mill(java.lang.String), in Flow.java.
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
public final class Flow_mill_Machine extends Frame {
    private static final Type[] TYPES = {java.lang.String.class, int.class, int.class, java.lang.String.class, int.class, java.lang.String.class};

    private static final int[] HANDLERS = {-1, -1, -1, -1, -1, -1, -1};

    public static final Layout LAYOUT = $layout();

    private shop.Flow $self;

    private java.lang.String corn;

    private int fine;

    private int grind$0;

    private java.lang.String grind_2$0;

    private int grind_2$1;

    private java.lang.String store$0;

    private static Layout $layout() {
        var layout = Layout.of(1, shop.Flow.class, "shop.Flow.mill(java.lang.String)", "Flow.java", Flow_mill_Machine::new);
        layout.slots(TYPES, "corn", "fine", "grind.$0", "grind~2.$0", "grind~2.$1", "store.$0");
        layout.at("@start", 25, 0, 0, "0", "0", void.class);
        layout.at("grind", 27, 1, 2, "0 1 2", "1", java.lang.String.class);
        layout.at("grind~2", 27, 3, 4, "3 4", "", java.lang.String.class);
        layout.at("store", 27, 5, 6, "5", "", void.class).tail();
        return layout.lines("150:26 151:27 181:28").build();
    }

    public static dev.perdure.machine.Frame $begin(shop.Flow $self, java.lang.String corn) {
        Objects.requireNonNull($self);
        var $other = Dispatch.override(LAYOUT, $self, new Object[] {corn});
        if ($other != null) return $other;
        var $frame = new Flow_mill_Machine();
        $frame.$self = $self;
        $frame.corn = corn;
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
            case 0 -> out.writeString("corn", this.corn);
            case 1 -> out.writeInt("fine", this.fine);
            case 2 -> out.writeInt("grind.$0", this.grind$0);
            case 3 -> out.writeString("grind~2.$0", this.grind_2$0);
            case 4 -> out.writeInt("grind~2.$1", this.grind_2$1);
            case 5 -> out.writeString("store.$0", this.store$0);
            default -> throw $noSlot(slot);
        }
    }

    @Override
    public void $load(int slot, SlotReader in) {
        switch (slot) {
            case 0 -> this.corn = in.readString("corn");
            case 1 -> this.fine = in.readInt("fine");
            case 2 -> this.grind$0 = in.readInt("grind.$0");
            case 3 -> this.grind_2$0 = in.readString("grind~2.$0");
            case 4 -> this.grind_2$1 = in.readInt("grind~2.$1");
            case 5 -> this.store$0 = in.readString("store.$0");
            default -> throw $noSlot(slot);
        }
    }

    @Override
    public Object $get(int slot) {
        return switch (slot) {
            case 0 -> this.corn;
            case 1 -> this.fine;
            case 2 -> this.grind$0;
            case 3 -> this.grind_2$0;
            case 4 -> this.grind_2$1;
            case 5 -> this.store$0;
            default -> throw $noSlot(slot);
        };
    }

    @Override
    public void $set(int slot, Object value) {
        switch (slot) {
            case 0 -> this.corn = (java.lang.String) value;
            case 1 -> this.fine = value == null ? (int) 0 : (java.lang.Integer) value;
            case 2 -> this.grind$0 = value == null ? (int) 0 : (java.lang.Integer) value;
            case 3 -> this.grind_2$0 = (java.lang.String) value;
            case 4 -> this.grind_2$1 = value == null ? (int) 0 : (java.lang.Integer) value;
            case 5 -> this.store$0 = (java.lang.String) value;
            default -> throw $noSlot(slot);
        }
    }

    @Override
    protected int $run() throws Throwable {
        $: for (;;) {
            try {
                switch (this.$state) {
                    case 0: {
                        this.fine = 1; // :26
                        this.grind$0 = this.fine++; // :27
                        this.$state = 1;
                    }
                    case 1: { // await 'grind'
                        final java.lang.String corn$c = this.corn;
                        final int grind$0$c = this.grind$0;
                        return this.$await(1, new dev.perdure.spi.AwaitSpec<>(new dev.perdure.spi.Source.Run<>(() -> $self.mills.grind(corn$c, grind$0$c)), null, dev.perdure.Retry.unlimited().attempts(5).backoff(java.time.Duration.ofMillis(500L), java.time.Duration.ofMillis(30000L)).abortOn(java.lang.IllegalStateException.class), java.time.Duration.ofMillis(10000L), java.time.Duration.ofMillis(300000L), null)); // :27
                    }
                    case 2: {
                        this.grind_2$0 = this.<java.lang.String>$take(); // :27
                        this.grind_2$1 = this.fine + 1; // :27
                        this.$state = 3;
                    }
                    case 3: { // await 'grind~2'
                        this.corn = null;
                        final java.lang.String grind_2$0$c = this.grind_2$0;
                        final int grind_2$1$c = this.grind_2$1;
                        return this.$await(2, new dev.perdure.spi.AwaitSpec<>(new dev.perdure.spi.Source.Run<>(() -> $self.mills.grind(grind_2$0$c, grind_2$1$c)), null, dev.perdure.Retry.unlimited().attempts(5).backoff(java.time.Duration.ofMillis(500L), java.time.Duration.ofMillis(30000L)).abortOn(java.lang.IllegalStateException.class), java.time.Duration.ofMillis(10000L), java.time.Duration.ofMillis(300000L), null)); // :27
                    }
                    case 4: {
                        this.store$0 = this.<java.lang.String>$take(); // :27
                        this.$state = 5;
                    }
                    case 5: { // await 'store'
                        this.grind_2$0 = null;
                        final java.lang.String store$0$c = this.store$0;
                        return this.$await(3, new dev.perdure.spi.AwaitSpec<>(new dev.perdure.spi.Source.Run<>(() -> { $self.mills.store(store$0$c); return null; }), null, null, null, null, null)); // :27
                    }
                    case 6: {
                        this.<java.lang.Object>$take(); // :27
                        return this.$return(null); // :28
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
