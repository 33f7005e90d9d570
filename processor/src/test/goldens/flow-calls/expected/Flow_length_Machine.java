package shop;

import dev.perdure.machine.Frame;
import dev.perdure.machine.Layout;
import dev.perdure.machine.SlotReader;
import dev.perdure.machine.SlotWriter;
import java.lang.reflect.Type;
import javax.annotation.processing.Generated;

/**
 * The state machine of shop.Flow.length(java.lang.String,int[]), in Flow.java.
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
public final class Flow_length_Machine extends Frame {
    private static final Type[] TYPES = {java.lang.String.class, int[].class};

    private static final int[] HANDLERS = {-1};

    public static final Layout LAYOUT = $layout();

    private java.lang.String text;

    private int[] more;

    private static Layout $layout() {
        var layout = Layout.of(1, shop.Flow.class, "shop.Flow.length(java.lang.String,int[])", "Flow.java", Flow_length_Machine::new);
        layout.isStatic();
        layout.returns(int.class);
        layout.slots(TYPES, "text", "more");
        layout.at("@start", 16, 0, 0, "0 1", "0 1", void.class);
        return layout.lines("117:17").build();
    }

    public static dev.perdure.machine.Frame $begin(java.lang.String text, int... more) {
        var $frame = new Flow_length_Machine();
        $frame.text = text;
        $frame.more = more;
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
        switch (slot) {
            case 0 -> out.writeString("text", this.text);
            case 1 -> out.writeValue("more", TYPES[1], this.more);
            default -> throw $noSlot(slot);
        }
    }

    @Override
    public void $load(int slot, SlotReader in) {
        switch (slot) {
            case 0 -> this.text = in.readString("text");
            case 1 -> this.more = (int[]) in.readValue("more", TYPES[1]);
            default -> throw $noSlot(slot);
        }
    }

    @Override
    public Object $get(int slot) {
        return switch (slot) {
            case 0 -> this.text;
            case 1 -> this.more;
            default -> throw $noSlot(slot);
        };
    }

    @Override
    public void $set(int slot, Object value) {
        switch (slot) {
            case 0 -> this.text = (java.lang.String) value;
            case 1 -> this.more = (int[]) value;
            default -> throw $noSlot(slot);
        }
    }

    @Override
    protected int $run() throws Throwable {
        $: for (;;) {
            try {
                switch (this.$state) {
                    case 0: {
                        return this.$return((int) (this.more.length)); // :17
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
