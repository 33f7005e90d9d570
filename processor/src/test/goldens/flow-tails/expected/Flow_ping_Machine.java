package shop;

import dev.perdure.Perdure;
import dev.perdure.machine.Frame;
import dev.perdure.machine.Layout;
import javax.annotation.processing.Generated;

/**
 * The state machine of shop.Flow.ping(), in Flow.java.
 */
@Generated("dev.perdure.processor.DurableProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "cast", "dep-ann", "deprecation", "divzero", "empty", "exports", "fallthrough",
        "finally", "lossy-conversions", "overloads", "overrides", "preview", "rawtypes", "removal", "serial", "static",
        "synchronization", "this-escape", "try", "unchecked", "varargs"})
public final class Flow_ping_Machine extends Frame {
    public static final Layout LAYOUT = $layout();

    @Override
    protected int $run() throws Throwable {
        $: for (;;) {
            switch (this.$state) {
                case 0: { // await 'println'
                    return this.$await(1, Perdure.<RuntimeException>await(() -> System.out.println("ping"))); // :41
                }
                case 1: {
                    this.<Object>$take(); // :41
                    return this.$return(null); // :42
                }
                default:
                    throw $noBlock();
            }
        }
    }

    public static Frame $begin() {
        var $frame = new Flow_ping_Machine();
        return $frame;
    }

    @Override
    public Layout layout() {
        return LAYOUT;
    }

    @Override
    public void $bind(Object self) {
    }

    @Override
    public Object $get(int slot) {
        throw $noSlot(slot);
    }

    @Override
    public void $set(int slot, Object value) {
        throw $noSlot(slot);
    }

    private static Layout $layout() {
        var layout = Layout.of(2, Flow.class, "shop.Flow.ping()", "Flow.java", Flow_ping_Machine::new);
        layout.isStatic();
        layout.at("@start", 40, 0, 0, "", "", void.class);
        layout.at("println", 41, 0, 1, "", "", void.class).tail();
        return layout.lines("23:41 27:42").build();
    }
}
