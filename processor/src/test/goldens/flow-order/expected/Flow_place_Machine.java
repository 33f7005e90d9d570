package shop;

import dev.perdure.machine.Access;
import dev.perdure.machine.Dispatch;
import dev.perdure.machine.Frame;
import dev.perdure.machine.Layout;
import dev.perdure.machine.SlotReader;
import dev.perdure.machine.SlotWriter;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Type;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * The state machine of shop.Flow.place(shop.Flow.Order), in Flow.java.
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
public final class Flow_place_Machine extends Frame {
    private static final Type[] TYPES = {shop.Flow.Order.class, java.lang.String.class, dev.perdure.machine.Types.of(java.util.ArrayList.class, shop.Flow.Label.class), shop.Flow.Line.class, dev.perdure.machine.Types.of(java.util.LinkedList.class, shop.Flow.Line.class)};

    private static final int[] HANDLERS = {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1};

    public static final Layout LAYOUT = $layout();

    private static final MethodHandle $get_stock$ = Access.getter(MethodHandles.lookup(), shop.Flow.class, shop.Flow.class, "stock", shop.Flow.Stock.class);

    private shop.Flow $self;

    private shop.Flow.Order order;

    private java.lang.String reservation;

    private java.util.ArrayList<shop.Flow.Label> labels;

    private shop.Flow.Line line;

    private java.util.LinkedList<shop.Flow.Line> line$rest;

    private static Layout $layout() {
        var layout = Layout.of(1, shop.Flow.class, "shop.Flow.place(shop.Flow.Order)", "Flow.java", Flow_place_Machine::new);
        layout.returns(dev.perdure.machine.Types.of(java.util.List.class, shop.Flow.Label.class));
        layout.slots(TYPES, "order", "reservation", "labels", "line", "line.$rest");
        layout.at("@start", 37, 0, 0, "0", "0", void.class);
        layout.at("reserve", 38, 0, 1, "0", "0", java.lang.String.class);
        layout.at("sleep", 39, 2, 3, "0 1", "0 1", void.class);
        layout.at("label", 43, 7, 8, "1 2 3 4", "1 2 4", shop.Flow.Label.class);
        layout.at("print", 48, 9, 10, "1 2", "2", void.class);
        return layout.lines("160:38 164:39 175:40 177:41 191:43 192:44 193:45 196:43 205:48 209:49").build();
    }

    public static dev.perdure.machine.Frame $begin(shop.Flow $self, shop.Flow.Order order) {
        Objects.requireNonNull($self);
        var $other = Dispatch.override(LAYOUT, $self, new Object[] {order});
        if ($other != null) return $other;
        var $frame = new Flow_place_Machine();
        $frame.$self = $self;
        $frame.order = order;
        return $frame;
    }

    @Override
    public Layout layout() {
        return LAYOUT;
    }

    @Override
    public void $bind(Object self) {
        this.$self = (shop.Flow) self;
    }

    @Override
    public void $save(int slot, SlotWriter out) {
        switch (slot) {
            case 0 -> out.writeValue("order", TYPES[0], this.order);
            case 1 -> out.writeString("reservation", this.reservation);
            case 2 -> out.writeValue("labels", TYPES[2], this.labels);
            case 3 -> out.writeValue("line", TYPES[3], this.line);
            case 4 -> out.writeValue("line.$rest", TYPES[4], this.line$rest);
            default -> throw $noSlot(slot);
        }
    }

    @Override
    public void $load(int slot, SlotReader in) {
        switch (slot) {
            case 0 -> this.order = (shop.Flow.Order) in.readValue("order", TYPES[0]);
            case 1 -> this.reservation = in.readString("reservation");
            case 2 -> this.labels = (java.util.ArrayList<shop.Flow.Label>) in.readValue("labels", TYPES[2]);
            case 3 -> this.line = (shop.Flow.Line) in.readValue("line", TYPES[3]);
            case 4 -> this.line$rest = (java.util.LinkedList<shop.Flow.Line>) in.readValue("line.$rest", TYPES[4]);
            default -> throw $noSlot(slot);
        }
    }

    @Override
    public Object $get(int slot) {
        return switch (slot) {
            case 0 -> this.order;
            case 1 -> this.reservation;
            case 2 -> this.labels;
            case 3 -> this.line;
            case 4 -> this.line$rest;
            default -> throw $noSlot(slot);
        };
    }

    @Override
    public void $set(int slot, Object value) {
        switch (slot) {
            case 0 -> this.order = (shop.Flow.Order) value;
            case 1 -> this.reservation = (java.lang.String) value;
            case 2 -> this.labels = (java.util.ArrayList<shop.Flow.Label>) value;
            case 3 -> this.line = (shop.Flow.Line) value;
            case 4 -> this.line$rest = (java.util.LinkedList<shop.Flow.Line>) value;
            default -> throw $noSlot(slot);
        }
    }

    private static shop.Flow.Stock $get_stock(shop.Flow $self) {
        try {
            return (shop.Flow.Stock) $get_stock$.invokeExact((shop.Flow) $self);
        } catch (Throwable $t) {
            throw $sneak($t);
        }
    }

    @Override
    protected int $run() throws Throwable {
        $: for (;;) {
            try {
                switch (this.$state) {
                    case 0: { // await 'reserve'
                        final shop.Flow.Order order$c = this.order;
                        return this.$await(1, dev.perdure.Perdure.await(() -> $get_stock($self).reserve(order$c.lines())).withRetry(3)); // :38
                    }
                    case 1: {
                        this.reservation = this.<java.lang.String>$take(); // :38
                        this.$state = (this.order.cents() > 100_00) ? 2 : 4; // :39
                        continue $;
                    }
                    case 2: { // await 'sleep'
                        return this.$sleep(2, java.time.Duration.ofHours(1)); // :39
                    }
                    case 3: {
                        this.<java.lang.Object>$take(); // :39
                        this.$state = 4;
                    }
                    case 4: {
                        this.labels = new java.util.ArrayList<shop.Flow.Label>(); // :40
                        this.line$rest = new java.util.LinkedList<shop.Flow.Line>();
                        for (var $e : this.order.lines()) this.line$rest.add($e); // :41
                        this.$state = 5;
                    }
                    case 5: {
                        this.$state = !this.line$rest.isEmpty() ? 6 : 9; // :41
                        continue $;
                    }
                    case 6: {
                        this.line = this.line$rest.remove(); // :41
                        this.$state = 7;
                    }
                    case 7: { // await 'label'
                        this.order = null;
                        final shop.Flow.Line line$c = this.line;
                        return this.$await(3, dev.perdure.Perdure.await(() -> $self.carrier.label(line$c)) // :43
                                .withRetry(4) // :44
                                .withTimeout(java.time.Duration.ofSeconds(10))); // :45
                    }
                    case 8: {
                        this.labels.add(this.<shop.Flow.Label>$take()); // :43
                        this.$state = 5;
                        continue $;
                    }
                    case 9: { // await 'print'
                        this.order = null;
                        this.line = null;
                        this.line$rest = null;
                        final java.lang.String reservation$c = this.reservation;
                        return this.$await(4, dev.perdure.Perdure.await(() -> java.lang.System.out.println("reserved " + reservation$c)).named("print")); // :48
                    }
                    case 10: {
                        this.<java.lang.Object>$take(); // :48
                        final java.util.List<shop.Flow.Label> $result = this.labels; return this.$return($result); // :49
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
