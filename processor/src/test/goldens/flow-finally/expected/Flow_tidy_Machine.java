package shop;

import dev.perdure.machine.Frame;
import dev.perdure.machine.Layout;
import dev.perdure.machine.SlotReader;
import dev.perdure.machine.SlotWriter;
import java.lang.reflect.Type;
import javax.annotation.processing.Generated;

/**
 * The state machine of shop.Flow.tidy(int), in Flow.java.
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
public final class Flow_tidy_Machine extends Frame {
    private static final Type[] TYPES = {int.class, int.class, java.lang.RuntimeException.class, int.class, java.lang.Throwable.class, java.lang.String.class};

    private static final int[] HANDLERS = {-1, -1, 4, 4, 8, 8, 8, 8, -1, -1, -1, -1, -1, -1, -1};

    public static final Layout LAYOUT = $layout();

    private int n;

    private int i;

    private java.lang.RuntimeException e;

    private int try$kind;

    private java.lang.Throwable try$thrown;

    private java.lang.String try$value;

    private static Layout $layout() {
        var layout = Layout.of(1, shop.Flow.class, "shop.Flow.tidy(int)", "Flow.java", Flow_tidy_Machine::new);
        layout.isStatic();
        layout.returns(java.lang.String.class);
        layout.slots(TYPES, "n", "i", "e", "try.$kind", "try.$thrown", "try.$value");
        layout.at("@start", 15, 0, 0, "0", "0", void.class);
        layout.at("call", 18, 2, 3, "0 1", "0 1", java.lang.String.class);
        layout.at("failed", 23, 6, 7, "0 1 2", "0 1", void.class);
        layout.at("tidy", 25, 9, 10, "0 1 3 4 5", "0 1 3 4 5", void.class);
        return layout.lines("143:16 153:18 157:19 158:20 159:21 173:22 180:23 191:24 198:25 212:24 218:16 223:28").build();
    }

    public static dev.perdure.machine.Frame $begin(int n) {
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
    public void $save(int slot, SlotWriter out) {
        switch (slot) {
            case 0 -> out.writeInt("n", this.n);
            case 1 -> out.writeInt("i", this.i);
            case 2 -> out.writeValue("e", TYPES[2], this.e);
            case 3 -> out.writeInt("try.$kind", this.try$kind);
            case 4 -> out.writeValue("try.$thrown", TYPES[4], this.try$thrown);
            case 5 -> out.writeString("try.$value", this.try$value);
            default -> throw $noSlot(slot);
        }
    }

    @Override
    public void $load(int slot, SlotReader in) {
        switch (slot) {
            case 0 -> this.n = in.readInt("n");
            case 1 -> this.i = in.readInt("i");
            case 2 -> this.e = (java.lang.RuntimeException) in.readValue("e", TYPES[2]);
            case 3 -> this.try$kind = in.readInt("try.$kind");
            case 4 -> this.try$thrown = (java.lang.Throwable) in.readValue("try.$thrown", TYPES[4]);
            case 5 -> this.try$value = in.readString("try.$value");
            default -> throw $noSlot(slot);
        }
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
            case 0 -> this.n = value == null ? (int) 0 : (java.lang.Integer) value;
            case 1 -> this.i = value == null ? (int) 0 : (java.lang.Integer) value;
            case 2 -> this.e = (java.lang.RuntimeException) value;
            case 3 -> this.try$kind = value == null ? (int) 0 : (java.lang.Integer) value;
            case 4 -> this.try$thrown = (java.lang.Throwable) value;
            case 5 -> this.try$value = (java.lang.String) value;
            default -> throw $noSlot(slot);
        }
    }

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
                        return this.$await(1, dev.perdure.Perdure.await(() -> shop.Flow.call("a"))); // :18
                    }
                    case 3: {
                        var text = this.<java.lang.String>$take(); // :18
                        if (text.isEmpty()) { this.try$kind = 2; this.try$thrown = null; this.try$value = null; this.$state = 9; continue $; } // :19
                        if (text.length() > 3) { this.try$kind = 3; this.try$thrown = null; this.try$value = null; this.$state = 9; continue $; } // :20
                        this.try$value = text; // :21
                        this.try$kind = 4; // :21
                        this.try$thrown = null; // :21
                        this.$state = 9;
                        continue $;
                    }
                    case 4: {
                        if (this.$thrown instanceof java.lang.IllegalStateException || this.$thrown instanceof java.lang.IllegalArgumentException) {
                            this.$state = 5;
                            continue $;
                        }
                        throw this.$thrown;
                    }
                    case 5: {
                        this.e = (java.lang.RuntimeException) this.$thrown; // :22
                        this.$state = 6;
                    }
                    case 6: { // await 'failed'
                        this.try$thrown = null;
                        this.try$value = null;
                        final java.lang.RuntimeException e$c = this.e;
                        return this.$await(2, dev.perdure.Perdure.await(() -> shop.Flow.call("failed " + e$c.getMessage())).named("failed")); // :23
                    }
                    case 7: {
                        this.<java.lang.Object>$take(); // :23
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
                        return this.$await(3, dev.perdure.Perdure.await(() -> shop.Flow.call("finally")).named("tidy")); // :25
                    }
                    case 10: {
                        this.<java.lang.Object>$take(); // :25
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
                        final java.lang.String $result = "none"; return this.$return($result); // :28
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
