package shop;

import dev.perdure.machine.Dispatch;
import dev.perdure.machine.Frame;
import dev.perdure.machine.Layout;
import dev.perdure.spi.AwaitSpec;
import dev.perdure.spi.Source;
import javax.annotation.processing.Generated;

/**
 * The state machine of shop.Flow.mill(java.lang.String), in Flow.java.
 */
@Generated("dev.perdure.processor.DurableProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "cast", "dep-ann", "deprecation", "divzero", "empty", "exports", "fallthrough",
        "finally", "lossy-conversions", "overloads", "overrides", "preview", "rawtypes", "removal", "serial", "static",
        "synchronization", "this-escape", "try", "unchecked", "varargs"})
public final class Flow_mill_Machine extends Frame {
    public static final Layout LAYOUT = $layout();

    private Flow $self;

    private String corn;

    private int fine;

    private int grind$0;

    private String grind_2$0;

    private int grind_2$1;

    private String store$0;

    @Override
    protected int $run() throws Throwable {
        $: for (;;) {
            switch (this.$state) {
                case 0: {
                    this.fine = 1; // :26
                    this.grind$0 = this.fine++; // :27
                    this.$state = 1;
                }
                case 1: { // await 'grind'
                    final String corn$c = this.corn;
                    final int grind$0$c = this.grind$0;
                    return this.$await(1, new AwaitSpec<Object>(new Source.Run<Object>(() -> $self.mills.grind(corn$c, grind$0$c)), null, dev.perdure.Retry.unlimited().attempts(5).backoff(java.time.Duration.ofMillis(500L), java.time.Duration.ofMillis(30000L)).abortOn(java.lang.IllegalStateException.class), java.time.Duration.ofMillis(10000L), java.time.Duration.ofMillis(300000L), null)); // :27
                }
                case 2: {
                    this.grind_2$0 = this.<String>$take(); // :27
                    this.grind_2$1 = this.fine + 1; // :27
                    this.$state = 3;
                }
                case 3: { // await 'grind~2'
                    this.corn = null;
                    final String grind_2$0$c = this.grind_2$0;
                    final int grind_2$1$c = this.grind_2$1;
                    return this.$await(2, new AwaitSpec<Object>(new Source.Run<Object>(() -> $self.mills.grind(grind_2$0$c, grind_2$1$c)), null, dev.perdure.Retry.unlimited().attempts(5).backoff(java.time.Duration.ofMillis(500L), java.time.Duration.ofMillis(30000L)).abortOn(java.lang.IllegalStateException.class), java.time.Duration.ofMillis(10000L), java.time.Duration.ofMillis(300000L), null)); // :27
                }
                case 4: {
                    this.store$0 = this.<String>$take(); // :27
                    this.$state = 5;
                }
                case 5: { // await 'store'
                    this.grind_2$0 = null;
                    final String store$0$c = this.store$0;
                    return this.$await(3, new AwaitSpec<Object>(new Source.Run<Object>(() -> { $self.mills.store(store$0$c); return null; }), null, null, null, null, null)); // :27
                }
                case 6: {
                    this.<Object>$take(); // :27
                    return this.$return(null); // :28
                }
                default:
                    throw $noBlock();
            }
        }
    }

    public static Frame $begin(Flow $self, String corn) {
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
        this.$self = (Flow) self;
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
            case 0 -> this.corn = (String) value;
            case 1 -> this.fine = $int(value);
            case 2 -> this.grind$0 = $int(value);
            case 3 -> this.grind_2$0 = (String) value;
            case 4 -> this.grind_2$1 = $int(value);
            case 5 -> this.store$0 = (String) value;
            default -> throw $noSlot(slot);
        }
    }

    private static Layout $layout() {
        var layout = Layout.of(2, Flow.class, "shop.Flow.mill(java.lang.String)", "Flow.java", Flow_mill_Machine::new);
        layout.slot("corn", String.class);
        layout.slot("fine", int.class);
        layout.slot("grind.$0", int.class);
        layout.slot("grind~2.$0", String.class);
        layout.slot("grind~2.$1", int.class);
        layout.slot("store.$0", String.class);
        layout.at("@start", 25, 0, 0, "0", "0", void.class);
        layout.at("grind", 27, 1, 2, "0 1 2", "1", String.class);
        layout.at("grind~2", 27, 3, 4, "3 4", "", String.class);
        layout.at("store", 27, 5, 6, "5", "", void.class).tail();
        return layout.lines("39:26 40:27 70:28").build();
    }
}
