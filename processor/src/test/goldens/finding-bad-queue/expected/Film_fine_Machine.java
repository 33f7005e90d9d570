package shop;

import dev.perdure.machine.Dispatch;
import dev.perdure.machine.Frame;
import dev.perdure.machine.Layout;
import java.time.Duration;
import javax.annotation.processing.Generated;

/**
 * The state machine of shop.Film.fine(int), in Film.java.
 */
@Generated("dev.perdure.processor.DurableProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "cast", "dep-ann", "deprecation", "divzero", "empty", "exports", "fallthrough",
        "finally", "lossy-conversions", "overloads", "overrides", "preview", "rawtypes", "removal", "serial", "static",
        "synchronization", "this-escape", "try", "unchecked", "varargs"})
public final class Film_fine_Machine extends Frame {
    public static final Layout LAYOUT = $layout();

    private Film $self;

    private int n;

    @Override
    protected int $run() throws Throwable {
        $: for (;;) {
            switch (this.$state) {
                case 0: { // await 'sleep'
                    return this.$sleep(1, Duration.ofDays(1)); // :18
                }
                case 1: {
                    this.<Object>$take(); // :18
                    return this.$return(null); // :19
                }
                default:
                    throw $noBlock();
            }
        }
    }

    public static Frame $begin(Film $self, int n) {
        var $other = Dispatch.override(LAYOUT, $self, new Object[] {n});
        if ($other != null) return $other;
        var $frame = new Film_fine_Machine();
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
        this.$self = (Film) self;
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
        var layout = Layout.of(2, Film.class, "shop.Film.fine(int)", "Film.java", Film_fine_Machine::new);
        layout.queue("gpu/big");
        layout.slot("n", int.class);
        layout.at("@start", 17, 0, 0, "0", "0", void.class);
        layout.at("sleep", 18, 0, 1, "", "", void.class).tail();
        return layout.lines("28:18 32:19").build();
    }
}
