package shop;

import dev.perdure.Perdure;
import dev.perdure.machine.Dispatch;
import dev.perdure.machine.Frame;
import dev.perdure.machine.Layout;
import javax.annotation.processing.Generated;

/**
 * The state machine of shop.Flow.choose(int), in Flow.java.
 */
@Generated("dev.perdure.processor.DurableProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "cast", "dep-ann", "deprecation", "divzero", "empty", "exports", "fallthrough",
        "finally", "lossy-conversions", "overloads", "overrides", "preview", "rawtypes", "removal", "serial", "static",
        "synchronization", "this-escape", "try", "unchecked", "varargs"})
public final class Flow_choose_Machine extends Frame {
    public static final Layout LAYOUT = $layout();

    private Flow $self;

    private int n;

    private double wide$0;

    @Override
    protected int $run() throws Throwable {
        $: for (;;) {
            switch (this.$state) {
                case 0: {
                    this.$state = this.n > 0 ? 1 : 3; // :22
                    continue $;
                }
                case 1: { // await 'ready'
                    final int n$c = this.n;
                    return this.$await(1, Perdure.<Boolean, RuntimeException>await(() -> $self.checks.ready(n$c))); // :22
                }
                case 2: {
                    this.$state = this.<Boolean>$take() ? 6 : 3; // :22
                    continue $;
                }
                case 3: {
                    this.$state = this.n < -5 ? 4 : 6; // :22
                    continue $;
                }
                case 4: { // await 'other'
                    final int n$c = this.n;
                    return this.$await(2, Perdure.<Boolean, RuntimeException>await(() -> $self.checks.ready(-n$c)).named("other")); // :22
                }
                case 5: {
                    this.$state = this.<Boolean>$take() ? 7 : 6; // :22
                    continue $;
                }
                case 6: {
                    { // :22
                        { final String $result = "yes"; return this.$return($result); } // :23
                    } // :24
                }
                case 7: {
                    if (this.n == 0) { // :24
                        { final String $result = "zero"; return this.$return($result); } // :25
                    } // :26
                    this.$state = this.n > 3 ? 8 : 10; // :27
                    continue $;
                }
                case 8: { // await 'wide'
                    final int n$c = this.n;
                    return this.$await(3, Perdure.<Integer, RuntimeException>await(() -> n$c).named("wide")); // :27
                }
                case 9: {
                    this.wide$0 = this.<Integer>$take(); // :27
                    this.$state = 11;
                    continue $;
                }
                case 10: {
                    this.wide$0 = 0.5; // :27
                    this.$state = 11;
                }
                case 11: {
                    double ratio = this.wide$0; // :27
                    final String $result = "no " + ratio; // :28
                    return this.$return($result);
                }
                default:
                    throw $noBlock();
            }
        }
    }

    public static Frame $begin(Flow $self, int n) {
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
        this.$self = (Flow) self;
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
            case 0 -> this.n = $int(value);
            default -> throw $noSlot(slot);
        }
    }

    private static Layout $layout() {
        var layout = Layout.of(2, Flow.class, "shop.Flow.choose(int)", "Flow.java", Flow_choose_Machine::new);
        layout.returns(String.class);
        layout.slot("n", int.class);
        layout.at("@start", 21, 0, 0, "0", "0", void.class);
        layout.at("ready", 22, 1, 2, "0", "0", Boolean.class);
        layout.at("other", 22, 4, 5, "0", "0", Boolean.class);
        layout.at("wide", 27, 8, 9, "0", "", Integer.class);
        return layout.lines("30:22 55:23 56:24 60:25 61:26 62:27 80:28").build();
    }
}
