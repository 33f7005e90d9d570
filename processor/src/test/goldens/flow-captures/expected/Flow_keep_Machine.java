package shop;

import dev.perdure.machine.Frame;
import dev.perdure.machine.Layout;
import dev.perdure.machine.Types;
import javax.annotation.processing.Generated;

/**
 * The state machine of shop.Flow.keep(java.util.List), in Flow.java.
 */
@Generated("dev.perdure.processor.DurableProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "cast", "dep-ann", "deprecation", "divzero", "empty", "exports", "fallthrough",
        "finally", "lossy-conversions", "overloads", "overrides", "preview", "rawtypes", "removal", "serial", "static",
        "synchronization", "this-escape", "try", "unchecked", "varargs"})
public final class Flow_keep_Machine extends Frame {
    public static final Layout LAYOUT = $layout();

    private java.util.List<java.lang.String> words;

    private java.util.ArrayList<java.lang.String> kept;

    private java.util.LinkedList<java.lang.String> word$rest;

    @Override
    protected int $run() throws Throwable {
        $: for (;;) {
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
                    return this.$await(1, dev.perdure.Perdure.<java.lang.Integer, java.lang.RuntimeException>await(() -> kept$c.size())); // :30
                }
                case 4: {
                    this.<java.lang.Object>$take(); // :30
                    this.$state = 1;
                    continue $;
                }
                case 5: {
                    final java.util.List<java.lang.String> $result = this.kept; // :32
                    return this.$return($result);
                }
                default:
                    throw $noBlock();
            }
        }
    }

    public static Frame $begin(java.util.List<java.lang.String> words) {
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
    public java.lang.Object $get(int slot) {
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

    private static Layout $layout() {
        var layout = Layout.of(2, shop.Flow.class, "shop.Flow.keep(java.util.List)", "Flow.java", Flow_keep_Machine::new);
        layout.isStatic();
        layout.returns(Types.of(java.util.List.class, java.lang.String.class));
        layout.slot("words", Types.of(java.util.List.class, java.lang.String.class));
        layout.slot("kept", Types.of(java.util.ArrayList.class, java.lang.String.class));
        layout.slot("word.$rest", Types.of(java.util.LinkedList.class, java.lang.String.class));
        layout.at("@start", 15, 0, 0, "0", "0", void.class);
        layout.at("size", 30, 3, 4, "1 2", "1 2", void.class);
        return layout.lines("29:16 31:17 40:18 41:19 42:20 43:21 44:22 45:24 46:25 47:26 48:27 49:28 50:29 56:30 64:32").build();
    }
}
