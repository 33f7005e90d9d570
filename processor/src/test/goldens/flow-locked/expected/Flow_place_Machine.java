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
 * The state machine of shop.Flow.place(java.util.List), in Flow.java.
 */
@Generated("dev.perdure.processor.DurableProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "cast", "dep-ann", "deprecation", "divzero", "empty", "exports", "fallthrough",
        "finally", "lossy-conversions", "overloads", "overrides", "preview", "rawtypes", "removal", "serial", "static",
        "synchronization", "this-escape", "try", "unchecked", "varargs"})
public final class Flow_place_Machine extends Frame {
    public static final Layout LAYOUT = $layout();

    private static final VarHandle $get_desk$ = Access.field(MethodHandles.lookup(), Flow.class, Flow.class, "desk", Flow.Desk.class);

    private Flow $self;

    private List<Flow.Line> lines;

    private ArrayList<String> labels;

    private Flow.Line line;

    private LinkedList<Flow.Line> line$rest;

    @Override
    protected int $run() throws Throwable {
        $: for (;;) {
            switch (this.$state) {
                case 0: {
                    this.labels = new ArrayList<String>(); // :27
                    this.$state = 1;
                }
                case 1: { // await 'charge'
                    final List<Flow.Line> lines$c = this.lines;
                    return this.$await(1, Perdure.<String, RuntimeException>await(() -> $get_desk($self).charge(lines$c))); // :28
                }
                case 2: {
                    this.labels.add(this.<String>$take()); // :28
                    this.line$rest = new LinkedList<Flow.Line>();
                    for (var $e : this.lines) this.line$rest.add($e); // :29
                    this.$state = 3;
                }
                case 3: {
                    this.$state = !this.line$rest.isEmpty() ? 4 : 7; // :29
                    continue $;
                }
                case 4: {
                    this.line = this.line$rest.remove(); // :29
                    this.$state = 5;
                }
                case 5: { // await 'label'
                    this.lines = null;
                    final Flow.Line line$c = this.line;
                    return this.$await(2, Perdure.<String, RuntimeException>await(() -> $get_desk($self).label(line$c))); // :29
                }
                case 6: {
                    this.labels.add(this.<String>$take()); // :29
                    this.$state = 3;
                    continue $;
                }
                case 7: { // await 'sleep'
                    this.lines = null;
                    this.line = null;
                    this.line$rest = null;
                    return this.$sleep(3, Duration.ofHours(1)); // :30
                }
                case 8: {
                    this.<Object>$take(); // :30
                    final List<String> $result = this.labels; // :31
                    return this.$return($result);
                }
                default:
                    throw $noBlock();
            }
        }
    }

    public static Frame $begin(Flow $self,
            List<Flow.Line> lines) {
        var $other = Dispatch.override(LAYOUT, $self, new Object[] {lines});
        if ($other != null) return $other;
        var $frame = new Flow_place_Machine();
        $frame.$self = $self;
        $frame.lines = lines;
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
            case 0 -> this.lines;
            case 1 -> this.labels;
            case 2 -> this.line;
            case 3 -> this.line$rest;
            default -> throw $noSlot(slot);
        };
    }

    @Override
    public void $set(int slot, Object value) {
        switch (slot) {
            case 0 -> this.lines = (List<Flow.Line>) value;
            case 1 -> this.labels = (ArrayList<String>) value;
            case 2 -> this.line = (Flow.Line) value;
            case 3 -> this.line$rest = (LinkedList<Flow.Line>) value;
            default -> throw $noSlot(slot);
        }
    }

    private static Flow.Desk $get_desk(Flow $self) {
        return (Flow.Desk) $get_desk$.get($self);
    }

    private static Layout $layout() {
        var layout = Layout.of(2, Flow.class, "shop.Flow.place(java.util.List)", "Flow.java", Flow_place_Machine::new);
        layout.returns(Types.of(List.class, String.class));
        layout.slot("lines", Types.of(List.class, Flow.Line.class));
        layout.slot("labels", Types.of(ArrayList.class, String.class));
        layout.slot("line", Flow.Line.class);
        layout.slot("line.$rest", Types.of(LinkedList.class, Flow.Line.class));
        layout.at("@start", 26, 0, 0, "0", "0", void.class);
        layout.at("charge", 28, 1, 2, "0 1", "0 1", String.class);
        layout.at("label", 29, 5, 6, "1 2 3", "1 3", String.class);
        layout.at("sleep", 30, 7, 8, "1", "1", void.class);
        return layout.lines("44:27 49:28 54:29 79:30 83:31").build();
    }
}
