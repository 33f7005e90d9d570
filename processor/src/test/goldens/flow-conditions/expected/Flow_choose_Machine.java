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
 * The state machine of shop.Flow.choose(int), in Flow.java.
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
public final class Flow_choose_Machine extends Frame {
    private static final Type[] TYPES = {int.class};

    private static final int[] HANDLERS = {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1};

    public static final Layout LAYOUT = $layout();

    private shop.Flow $self;

    private int n;

    private double wide$0;

    private static Layout $layout() {
        var layout = Layout.of(1, shop.Flow.class, "shop.Flow.choose(int)", "Flow.java", Flow_choose_Machine::new);
        layout.returns(java.lang.String.class);
        layout.slots(TYPES, "n");
        layout.at("@start", 21, 0, 0, "0", "0", void.class);
        layout.at("ready", 22, 1, 2, "0", "0", java.lang.Boolean.class);
        layout.at("other", 22, 4, 5, "0", "0", java.lang.Boolean.class);
        layout.at("wide", 27, 8, 9, "0", "", java.lang.Integer.class);
        return layout.lines("123:22 148:23 149:24 153:25 154:26 155:27 173:28").build();
    }

    public static dev.perdure.machine.Frame $begin(shop.Flow $self, int n) {
        Objects.requireNonNull($self);
        var $other = Dispatch.override(LAYOUT, $self, new Object[] {n});
        if ($other != null) return $other;
        var $frame = new Flow_choose_Machine();
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
            default -> throw $noSlot(slot);
        }
    }

    @Override
    public void $load(int slot, SlotReader in) {
        switch (slot) {
            case 0 -> this.n = in.readInt("n");
            default -> throw $noSlot(slot);
        }
    }

    @Override
    public Object $get(int slot) {
        return switch (slot) {
            case 0 -> this.n;
            default -> throw $noSlot(slot);
        };
    }

    @Override
    public void $set(int slot, Object value) {
        switch (slot) {
            case 0 -> this.n = value == null ? (int) 0 : (java.lang.Integer) value;
            default -> throw $noSlot(slot);
        }
    }

    @Override
    protected int $run() throws Throwable {
        $: for (;;) {
            try {
                switch (this.$state) {
                    case 0: {
                        this.$state = this.n > 0 ? 1 : 3; // :22
                        continue $;
                    }
                    case 1: { // await 'ready'
                        final int n$c = this.n;
                        return this.$await(1, dev.perdure.Perdure.await(() -> $self.checks.ready(n$c))); // :22
                    }
                    case 2: {
                        this.$state = this.<java.lang.Boolean>$take() ? 6 : 3; // :22
                        continue $;
                    }
                    case 3: {
                        this.$state = this.n < -5 ? 4 : 6; // :22
                        continue $;
                    }
                    case 4: { // await 'other'
                        final int n$c = this.n;
                        return this.$await(2, dev.perdure.Perdure.await(() -> $self.checks.ready(-n$c)).named("other")); // :22
                    }
                    case 5: {
                        this.$state = this.<java.lang.Boolean>$take() ? 7 : 6; // :22
                        continue $;
                    }
                    case 6: {
                        { // :22
                            { final java.lang.String $result = "yes"; return this.$return($result); } // :23
                        } // :24
                    }
                    case 7: {
                        if (this.n == 0) { // :24
                            { final java.lang.String $result = "zero"; return this.$return($result); } // :25
                        } // :26
                        this.$state = this.n > 3 ? 8 : 10; // :27
                        continue $;
                    }
                    case 8: { // await 'wide'
                        final int n$c = this.n;
                        return this.$await(3, dev.perdure.Perdure.await(() -> n$c).named("wide")); // :27
                    }
                    case 9: {
                        this.wide$0 = this.<java.lang.Integer>$take(); // :27
                        this.$state = 11;
                        continue $;
                    }
                    case 10: {
                        this.wide$0 = 0.5; // :27
                        this.$state = 11;
                    }
                    case 11: {
                        double ratio = this.wide$0; // :27
                        final java.lang.String $result = "no " + ratio; return this.$return($result); // :28
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
