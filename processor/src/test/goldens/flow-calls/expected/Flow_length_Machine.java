package shop;

import dev.perdure.machine.Frame;
import dev.perdure.machine.Layout;
import javax.annotation.processing.Generated;

/**
 * The state machine of shop.Flow.length(java.lang.String,int[]), in Flow.java.
 */
@Generated("dev.perdure.processor.DurableProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "cast", "dep-ann", "deprecation", "divzero", "empty", "exports", "fallthrough",
        "finally", "lossy-conversions", "overloads", "overrides", "preview", "rawtypes", "removal", "serial", "static",
        "synchronization", "this-escape", "try", "unchecked", "varargs"})
public final class Flow_length_Machine extends Frame {
    public static final Layout LAYOUT = $layout();

    private String text;

    private int[] more;

    @Override
    protected int $run() throws Throwable {
        $: for (;;) {
            switch (this.$state) {
                case 0: {
                    return this.$return((int) (this.more.length)); // :17
                }
                default:
                    throw $noBlock();
            }
        }
    }

    public static Frame $begin(String text, int... more) {
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
            case 0 -> this.text = (String) value;
            case 1 -> this.more = (int[]) value;
            default -> throw $noSlot(slot);
        }
    }

    private static Layout $layout() {
        var layout = Layout.of(2, Flow.class, "shop.Flow.length(java.lang.String,int[])", "Flow.java", Flow_length_Machine::new);
        layout.isStatic();
        layout.returns(int.class);
        layout.slot("text", String.class);
        layout.slot("more", int[].class);
        layout.at("@start", 16, 0, 0, "0 1", "0 1", void.class);
        return layout.lines("26:17").build();
    }
}
