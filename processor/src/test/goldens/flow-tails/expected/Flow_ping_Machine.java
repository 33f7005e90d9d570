package shop;

import dev.perdure.machine.Frame;
import dev.perdure.machine.Layout;
import dev.perdure.machine.SlotReader;
import dev.perdure.machine.SlotWriter;
import java.lang.reflect.Type;
import javax.annotation.processing.Generated;

/**
 * The state machine of shop.Flow.ping(), in Flow.java.
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
public final class Flow_ping_Machine extends Frame {
    private static final Type[] TYPES = {};

    private static final int[] HANDLERS = {-1, -1};

    public static final Layout LAYOUT = $layout();

    private static Layout $layout() {
        var layout = Layout.of(1, shop.Flow.class, "shop.Flow.ping()", "Flow.java", Flow_ping_Machine::new);
        layout.isStatic();
        layout.at("@start", 40, 0, 0, "", "", void.class);
        layout.at("println", 41, 0, 1, "", "", void.class).tail();
        return layout.lines("94:41 98:42").build();
    }

    public static dev.perdure.machine.Frame $begin() {
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
    public void $save(int slot, SlotWriter out) {
        throw $noSlot(slot);
    }

    @Override
    public void $load(int slot, SlotReader in) {
        throw $noSlot(slot);
    }

    @Override
    public Object $get(int slot) {
        throw $noSlot(slot);
    }

    @Override
    public void $set(int slot, Object value) {
        throw $noSlot(slot);
    }

    @Override
    protected int $run() throws Throwable {
        $: for (;;) {
            try {
                switch (this.$state) {
                    case 0: { // await 'println'
                        return this.$await(1, dev.perdure.Perdure.await(() -> java.lang.System.out.println("ping"))); // :41
                    }
                    case 1: {
                        this.<java.lang.Object>$take(); // :41
                        return this.$return(null); // :42
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
