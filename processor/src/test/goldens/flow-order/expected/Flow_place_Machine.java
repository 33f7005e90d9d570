package shop;

import dev.perdure.Perdure;
import dev.perdure.machine.Access;
import dev.perdure.machine.Dispatch;
import dev.perdure.machine.Frame;
import dev.perdure.machine.Layout;
import dev.perdure.machine.Types;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The state machine of shop.Flow.place(shop.Flow.Order), in Flow.java.
 */
@Generated("dev.perdure.processor.DurableProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "cast", "dep-ann", "deprecation", "divzero", "empty", "exports", "fallthrough",
        "finally", "lossy-conversions", "overloads", "overrides", "preview", "rawtypes", "removal", "serial", "static",
        "synchronization", "this-escape", "try", "unchecked", "varargs"})
public final class Flow_place_Machine extends Frame {
    public static final Layout LAYOUT = $layout();

    private static final VarHandle $get_stock$ = Access.field(MethodHandles.lookup(), Flow.class, Flow.class, "stock", Flow.Stock.class);

    private Flow $self;

    private Flow.Order order;

    private String reservation;

    private ArrayList<Flow.Label> labels;

    private Flow.Line line;

    private LinkedList<Flow.Line> line$rest;

    @Override
    protected int $run() throws Throwable {
        $: for (;;) {
            switch (this.$state) {
                case 0: { // await 'reserve'
                    final Flow.Order order$c = this.order;
                    return this.$await(1, Perdure.<String, Flow.OutOfStock>await(() -> $get_stock($self).reserve(order$c.lines())).withRetry(3)); // :38
                }
                case 1: {
                    this.reservation = this.<String>$take(); // :38
                    this.$state = (this.order.cents() > 100_00) ? 2 : 4; // :39
                    continue $;
                }
                case 2: { // await 'sleep'
                    return this.$sleep(2, Duration.ofHours(1)); // :39
                }
                case 3: {
                    this.<Object>$take(); // :39
                    this.$state = 4;
                }
                case 4: {
                    this.labels = new ArrayList<Flow.Label>(); // :40
                    this.line$rest = new LinkedList<Flow.Line>();
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
                    final Flow.Line line$c = this.line;
                    return this.$await(3, Perdure.<Flow.Label, RuntimeException>await(() -> $self.carrier.label(line$c)) // :43
                            .withRetry(4) // :44
                            .withTimeout(Duration.ofSeconds(10))); // :45
                }
                case 8: {
                    this.labels.add(this.<Flow.Label>$take()); // :43
                    this.$state = 5;
                    continue $;
                }
                case 9: { // await 'print'
                    this.order = null;
                    this.line = null;
                    this.line$rest = null;
                    final String reservation$c = this.reservation;
                    return this.$await(4, Perdure.<RuntimeException>await(() -> System.out.println("reserved " + reservation$c)).named("print")); // :48
                }
                case 10: {
                    this.<Object>$take(); // :48
                    final List<Flow.Label> $result = this.labels; // :49
                    return this.$return($result);
                }
                default:
                    throw $noBlock();
            }
        }
    }

    public static Frame $begin(Flow $self, Flow.Order order) {
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
        this.$self = (Flow) self;
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
            case 0 -> this.order = (Flow.Order) value;
            case 1 -> this.reservation = (String) value;
            case 2 -> this.labels = (ArrayList<Flow.Label>) value;
            case 3 -> this.line = (Flow.Line) value;
            case 4 -> this.line$rest = (LinkedList<Flow.Line>) value;
            default -> throw $noSlot(slot);
        }
    }

    private static Flow.Stock $get_stock(Flow $self) {
        return (Flow.Stock) $get_stock$.get($self);
    }

    private static Layout $layout() {
        var layout = Layout.of(2, Flow.class, "shop.Flow.place(shop.Flow.Order)", "Flow.java", Flow_place_Machine::new);
        layout.returns(Types.of(List.class, Flow.Label.class));
        layout.slot("order", Flow.Order.class);
        layout.slot("reservation", String.class);
        layout.slot("labels", Types.of(ArrayList.class, Flow.Label.class));
        layout.slot("line", Flow.Line.class);
        layout.slot("line.$rest", Types.of(LinkedList.class, Flow.Line.class));
        layout.at("@start", 37, 0, 0, "0", "0", void.class);
        layout.at("reserve", 38, 0, 1, "0", "0", String.class);
        layout.at("sleep", 39, 2, 3, "0 1", "0 1", void.class);
        layout.at("label", 43, 7, 8, "1 2 3 4", "1 2 4", Flow.Label.class);
        layout.at("print", 48, 9, 10, "1 2", "2", void.class);
        return layout.lines("47:38 51:39 62:40 64:41 78:43 79:44 80:45 83:43 92:48 96:49").build();
    }
}
