package shop;

import dev.perdure.Perdure;
import dev.perdure.machine.Access;
import dev.perdure.machine.Dispatch;
import dev.perdure.machine.Frame;
import dev.perdure.machine.Layout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The state machine of shop.Flow.place(java.lang.String), in Flow.java.
 */
@Generated("dev.perdure.processor.DurableProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "cast", "dep-ann", "deprecation", "divzero", "empty", "exports", "fallthrough",
        "finally", "lossy-conversions", "overloads", "overrides", "preview", "rawtypes", "removal", "serial", "static",
        "synchronization", "this-escape", "try", "unchecked", "varargs"})
public final class Flow_place_Machine extends Frame {
    public static final Layout LAYOUT = $layout();

    private static final VarHandle $get_desk$ = Access.field(MethodHandles.lookup(), Flow.class, Flow.class, "desk", Flow.Desk.class);

    private static final VarHandle $get_known$ = Access.field(MethodHandles.lookup(), Flow.class, Flow.class, "known", List.class);

    private static final MethodHandle $call_helped$ = Access.method(MethodHandles.lookup(), Flow.class, Flow.class, "helped", String.class);

    private Flow $self;

    private String sku;

    private int price;

    private String charge;

    @Override
    protected int $run() throws Throwable {
        $: for (;;) {
            switch (this.$state) {
                case 0: {
                    this.price = $get_desk($self).price(this.sku); // :24
                    this.$state = 1;
                }
                case 1: { // await 'charge'
                    this.sku = null;
                    final int price$c = this.price;
                    return this.$await(1, Perdure.<String, RuntimeException>await(() -> $get_desk($self).charge(price$c))); // :25
                }
                case 2: {
                    this.charge = this.<String>$take(); // :25
                    this.$state = ($get_known($self).isEmpty()) ? 3 : 5; // :26
                    continue $;
                }
                case 3: { // await 'price'
                    final String charge$c = this.charge;
                    return this.$await(2, Perdure.<Integer, RuntimeException>await(() -> $get_desk($self).price(charge$c))); // :26
                }
                case 4: {
                    $get_desk($self).charge(this.<Integer>$take()); // :26
                    this.$state = 5;
                }
                case 5: {
                    final String $result = $call_helped($self) + this.charge; // :27
                    return this.$return($result);
                }
                default:
                    throw $noBlock();
            }
        }
    }

    public static Frame $begin(Flow $self, String sku) {
        var $other = Dispatch.override(LAYOUT, $self, new Object[] {sku});
        if ($other != null) return $other;
        var $frame = new Flow_place_Machine();
        $frame.$self = $self;
        $frame.sku = sku;
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
            case 0 -> this.sku;
            case 1 -> this.price;
            case 2 -> this.charge;
            default -> throw $noSlot(slot);
        };
    }

    @Override
    public void $set(int slot, Object value) {
        switch (slot) {
            case 0 -> this.sku = (String) value;
            case 1 -> this.price = $int(value);
            case 2 -> this.charge = (String) value;
            default -> throw $noSlot(slot);
        }
    }

    private static Flow.Desk $get_desk(Flow $self) {
        return (Flow.Desk) $get_desk$.get($self);
    }

    private static List<String> $get_known(Flow $self) {
        return (List<String>) (List) $get_known$.get($self);
    }

    private static String $call_helped(Flow $self) {
        try {
            return (String) $call_helped$.invokeExact((Flow) $self);
        } catch (Throwable $t) {
            throw $sneak($t);
        }
    }

    private static Layout $layout() {
        var layout = Layout.of(2, Flow.class, "shop.Flow.place(java.lang.String)", "Flow.java", Flow_place_Machine::new);
        layout.returns(String.class);
        layout.slot("sku", String.class);
        layout.slot("price", int.class);
        layout.slot("charge", String.class);
        layout.at("@start", 23, 0, 0, "0", "0", void.class);
        layout.at("charge", 25, 1, 2, "1", "", String.class);
        layout.at("price", 26, 3, 4, "2", "2", Integer.class);
        return layout.lines("43:24 49:25 53:26 65:27").build();
    }
}
