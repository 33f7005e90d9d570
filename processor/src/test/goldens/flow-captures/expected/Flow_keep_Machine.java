package shop;

import dev.perdure.machine.Frame;
import dev.perdure.machine.Layout;
import dev.perdure.machine.SlotReader;
import dev.perdure.machine.SlotWriter;
import java.lang.reflect.Type;
import javax.annotation.processing.Generated;

/**
 * The state machine of shop.Flow.keep(java.util.List), in Flow.java.
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
public final class Flow_keep_Machine extends Frame {
    private static final Type[] TYPES = {dev.perdure.machine.Types.of(java.util.List.class, java.lang.String.class), dev.perdure.machine.Types.of(java.util.ArrayList.class, java.lang.String.class), dev.perdure.machine.Types.of(java.util.LinkedList.class, java.lang.String.class)};

    private static final int[] HANDLERS = {-1, -1, -1, -1, -1, -1};

    public static final Layout LAYOUT = $layout();

    private java.util.List<java.lang.String> words;

    private java.util.ArrayList<java.lang.String> kept;

    private java.util.LinkedList<java.lang.String> word$rest;

    private static Layout $layout() {
        var layout = Layout.of(1, shop.Flow.class, "shop.Flow.keep(java.util.List)", "Flow.java", Flow_keep_Machine::new);
        layout.isStatic();
        layout.returns(dev.perdure.machine.Types.of(java.util.List.class, java.lang.String.class));
        layout.slots(TYPES, "words", "kept", "word.$rest");
        layout.at("@start", 15, 0, 0, "0", "0", void.class);
        layout.at("size", 30, 3, 4, "1 2", "1 2", void.class);
        return layout.lines("123:16 125:17 134:18 135:19 136:20 137:21 138:22 139:24 140:25 141:26 142:27 143:28 144:29 150:30 158:32").build();
    }

    public static dev.perdure.machine.Frame $begin(java.util.List<java.lang.String> words) {
        var $frame = new Flow_keep_Machine();
        $frame.words = words;
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
            case 0 -> out.writeValue("words", TYPES[0], this.words);
            case 1 -> out.writeValue("kept", TYPES[1], this.kept);
            case 2 -> out.writeValue("word.$rest", TYPES[2], this.word$rest);
            default -> throw $noSlot(slot);
        }
    }

    @Override
    public void $load(int slot, SlotReader in) {
        switch (slot) {
            case 0 -> this.words = (java.util.List<java.lang.String>) in.readValue("words", TYPES[0]);
            case 1 -> this.kept = (java.util.ArrayList<java.lang.String>) in.readValue("kept", TYPES[1]);
            case 2 -> this.word$rest = (java.util.LinkedList<java.lang.String>) in.readValue("word.$rest", TYPES[2]);
            default -> throw $noSlot(slot);
        }
    }

    @Override
    public Object $get(int slot) {
        return switch (slot) {
            case 0 -> this.words;
            case 1 -> this.kept;
            case 2 -> this.word$rest;
            default -> throw $noSlot(slot);
        };
    }

    @Override
    public void $set(int slot, Object value) {
        switch (slot) {
            case 0 -> this.words = (java.util.List<java.lang.String>) value;
            case 1 -> this.kept = (java.util.ArrayList<java.lang.String>) value;
            case 2 -> this.word$rest = (java.util.LinkedList<java.lang.String>) value;
            default -> throw $noSlot(slot);
        }
    }

    @Override
    protected int $run() throws Throwable {
        $: for (;;) {
            try {
                switch (this.$state) {
                    case 0: {
                        this.kept = new java.util.ArrayList<java.lang.String>(); // :16
                        this.word$rest = new java.util.LinkedList<java.lang.String>();
                        for (var $e : this.words) this.word$rest.add($e); // :17
                        this.$state = 1;
                    }
                    case 1: {
                        this.$state = !this.word$rest.isEmpty() ? 2 : 5; // :17
                        continue $;
                    }
                    case 2: {
                        var word = this.word$rest.remove(); // :17
                        int length = word.length(); // :18
                        if (length > 3) { final java.util.ArrayList<java.lang.String> kept$c = this.kept; shop.Flow.call(() -> kept$c.add(word + length)); } // :19
                        else // :20
                            { final java.util.ArrayList<java.lang.String> kept$c2 = this.kept; shop.Flow.call(new java.lang.Runnable() { // :21
                                int times = length; // :22
                                @java.lang.Override // :24
                                public void run() { // :25
                                    times++; // :26
                                    kept$c2.add(word + this.times); // :27
                                } // :28
                            }); } // :29
                        this.$state = 3;
                    }
                    case 3: { // await 'size'
                        this.words = null;
                        final java.util.ArrayList<java.lang.String> kept$c = this.kept;
                        return this.$await(1, dev.perdure.Perdure.await(() -> kept$c.size())); // :30
                    }
                    case 4: {
                        this.<java.lang.Object>$take(); // :30
                        this.$state = 1;
                        continue $;
                    }
                    case 5: {
                        final java.util.List<java.lang.String> $result = this.kept; return this.$return($result); // :32
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
