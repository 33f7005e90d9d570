package shop;

import dev.perdure.Perdure;
import dev.perdure.machine.Frame;
import dev.perdure.machine.Layout;
import javax.annotation.processing.Generated;

/**
 * The state machine of shop.Flow.tidy(int), in Flow.java.
 */
@Generated("dev.perdure.processor.DurableProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "cast", "dep-ann", "deprecation", "divzero", "empty", "exports", "fallthrough",
        "finally", "lossy-conversions", "overloads", "overrides", "preview", "rawtypes", "removal", "serial", "static",
        "synchronization", "this-escape", "try", "unchecked", "varargs"})
public final class Flow_tidy_Machine extends Frame {
    public static final Layout LAYOUT = $layout();

    private static final int[] HANDLERS = {-1, -1, 4, 4, 8, 8, 8, 8, -1, -1, -1, -1, -1, -1, -1};

    private int n;

    private int i;

    private RuntimeException e;

    private int try$kind;

    private Throwable try$thrown;

    private String try$value;

    @Override
    protected int $run() throws Throwable {
        $: for (;;) {
            try {
                switch (this.$state) {
                    case 0: {
                        this.i = 0; // :16
                        this.$state = 1;
                    }
                    case 1: {
                        this.$state = (this.i < this.n) ? 2 : 14; // :16
                        continue $;
                    }
                    case 2: { // await 'call'
                        this.try$thrown = null;
                        this.try$value = null;
                        return this.$await(1, Perdure.<String, RuntimeException>await(() -> Flow.call("a"))); // :18
                    }
                    case 3: {
                        var text = this.<String>$take(); // :18
                        if (text.isEmpty()) { this.try$kind = 2; this.try$thrown = null; this.try$value = null; this.$state = 9; continue $; } // :19
                        if (text.length() > 3) { this.try$kind = 3; this.try$thrown = null; this.try$value = null; this.$state = 9; continue $; } // :20
                        this.try$value = text; // :21
                        this.try$kind = 4; // :21
                        this.try$thrown = null; // :21
                        this.$state = 9;
                        continue $;
                    }
                    case 4: {
                        if (this.$thrown instanceof IllegalStateException || this.$thrown instanceof IllegalArgumentException) {
                            this.$state = 5;
                            continue $;
                        }
                        throw this.$thrown;
                    }
                    case 5: {
                        this.e = (RuntimeException) this.$thrown; // :22
                        this.$state = 6;
                    }
                    case 6: { // await 'failed'
                        this.try$thrown = null;
                        this.try$value = null;
                        final RuntimeException e$c = this.e;
                        return this.$await(2, Perdure.<String, RuntimeException>await(() -> Flow.call("failed " + e$c.getMessage())).named("failed")); // :23
                    }
                    case 7: {
                        this.<Object>$take(); // :23
                        this.try$kind = 0;
                        this.try$thrown = null;
                        this.try$value = null;
                        this.$state = 9;
                        continue $;
                    }
                    case 8: {
                        this.try$kind = 1; // :24
                        this.try$thrown = this.$thrown; // :24
                        this.try$value = null; // :24
                        this.$state = 9;
                    }
                    case 9: { // await 'tidy'
                        this.e = null;
                        return this.$await(3, Perdure.<String, RuntimeException>await(() -> Flow.call("finally")).named("tidy")); // :25
                    }
                    case 10: {
                        this.<Object>$take(); // :25
                        this.$state = switch (this.try$kind) {
                            case 0 -> 13;
                            case 1 -> 11;
                            case 2 -> 13;
                            case 3 -> 14;
                            default -> 12;
                        };
                        continue $;
                    }
                    case 11: {
                        throw this.try$thrown; // :24
                    }
                    case 12: {
                        return this.$return(this.try$value); // :24
                    }
                    case 13: {
                        this.i++; // :16
                        this.$state = 1;
                        continue $;
                    }
                    case 14: {
                        final String $result = "none"; // :28
                        return this.$return($result);
                    }
                    default:
                        throw $noBlock();
                }
            } catch (Throwable $t) {
                this.$state = this.$unwind($t, HANDLERS);
            }
        }
    }

    public static Frame $begin(int n) {
        var $frame = new Flow_tidy_Machine();
        $frame.n = n;
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
            case 0 -> this.n;
            case 1 -> this.i;
            case 2 -> this.e;
            case 3 -> this.try$kind;
            case 4 -> this.try$thrown;
            case 5 -> this.try$value;
            default -> throw $noSlot(slot);
        };
    }

    @Override
    public void $set(int slot, Object value) {
        switch (slot) {
            case 0 -> this.n = $int(value);
            case 1 -> this.i = $int(value);
            case 2 -> this.e = (RuntimeException) value;
            case 3 -> this.try$kind = $int(value);
            case 4 -> this.try$thrown = (Throwable) value;
            case 5 -> this.try$value = (String) value;
            default -> throw $noSlot(slot);
        }
    }

    private static Layout $layout() {
        var layout = Layout.of(2, Flow.class, "shop.Flow.tidy(int)", "Flow.java", Flow_tidy_Machine::new);
        layout.isStatic();
        layout.returns(String.class);
        layout.slot("n", int.class);
        layout.slot("i", int.class);
        layout.slot("e", RuntimeException.class);
        layout.slot("try.$kind", int.class);
        layout.slot("try.$thrown", Throwable.class);
        layout.slot("try.$value", String.class);
        layout.at("@start", 15, 0, 0, "0", "0", void.class);
        layout.at("call", 18, 2, 3, "0 1", "0 1", String.class);
        layout.at("failed", 23, 6, 7, "0 1 2", "0 1", void.class);
        layout.at("tidy", 25, 9, 10, "0 1 3 4 5", "0 1 3 4 5", void.class);
        return layout.lines("38:16 48:18 52:19 53:20 54:21 68:22 75:23 86:24 93:25 107:24 113:16 118:28").build();
    }
}
