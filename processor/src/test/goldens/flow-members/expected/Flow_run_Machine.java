package shop;

import dev.perdure.Perdure;
import dev.perdure.machine.Access;
import dev.perdure.machine.Dispatch;
import dev.perdure.machine.Frame;
import dev.perdure.machine.Layout;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The state machine of shop.Flow.run(), in Flow.java.
 */
@Generated("dev.perdure.processor.DurableProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "cast", "dep-ann", "deprecation", "divzero", "empty", "exports", "fallthrough",
        "finally", "lossy-conversions", "overloads", "overrides", "preview", "rawtypes", "removal", "serial", "static",
        "synchronization", "this-escape", "try", "unchecked", "varargs"})
public final class Flow_run_Machine extends Frame {
    public static final Layout LAYOUT = $layout();

    private static final MethodHandle $call_greet$ = Access.method(MethodHandles.lookup(), Flow.class, Flow.class, "greet", String.class, String[].class);

    private static final MethodHandle $call_larger$ = Access.staticMethod(MethodHandles.lookup(), Flow.class, Flow.class, "larger", java.lang.Comparable.class, java.lang.Comparable.class, java.lang.Comparable.class);

    private static final VarHandle $get_WORDS$ = Access.staticField(MethodHandles.lookup(), Flow.class, Flow.class, "WORDS", List.class);

    private static final MethodHandle $super_toString$ = Access.superMethod(MethodHandles.lookup(), Flow.class, Object.class, "toString", String.class);

    private Flow $self;

    private String greeting;

    @Override
    protected int $run() throws Throwable {
        $: for (;;) {
            switch (this.$state) {
                case 0: { // await 'greet'
                    return this.$await(1, Perdure.<String, IOException>await(() -> $call_greet($self, "x", "y"))); // :29
                }
                case 1: {
                    this.greeting = this.<String>$take(); // :29
                    this.$state = 2;
                }
                case 2: { // await 'toString'
                    return this.$await(2, Perdure.await($self::toString)); // :30
                }
                case 3: {
                    this.<Object>$take(); // :30
                    final String $result = $call_larger(this.greeting, "n") + 3 + $get_WORDS() + $super_toString($self).length(); // :31
                    return this.$return($result);
                }
                default:
                    throw $noBlock();
            }
        }
    }

    public static Frame $begin(Flow $self) {
        var $other = Dispatch.override(LAYOUT, $self, new Object[] {});
        if ($other != null) return $other;
        var $frame = new Flow_run_Machine();
        $frame.$self = $self;
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
            case 0 -> this.greeting;
            default -> throw $noSlot(slot);
        };
    }

    @Override
    public void $set(int slot, Object value) {
        switch (slot) {
            case 0 -> this.greeting = (String) value;
            default -> throw $noSlot(slot);
        }
    }

    private static String $call_greet(Flow $self, String... $0) throws
            IOException {
        try {
            return (String) $call_greet$.invokeExact((Flow) $self, (String[]) $0);
        } catch (Throwable $t) {
            throw $sneak($t);
        }
    }

    private static <T extends java.lang.Comparable<T>> T $call_larger(T $0, T $1) {
        try {
            return (T) (java.lang.Comparable) $call_larger$.invokeExact((java.lang.Comparable) $0, (java.lang.Comparable) $1);
        } catch (Throwable $t) {
            throw $sneak($t);
        }
    }

    private static List<String> $get_WORDS() {
        return (List<String>) (List) $get_WORDS$.get();
    }

    private static String $super_toString(Flow $self) {
        try {
            return (String) $super_toString$.invokeExact((Flow) $self);
        } catch (Throwable $t) {
            throw $sneak($t);
        }
    }

    private static Layout $layout() {
        var layout = Layout.of(2, Flow.class, "shop.Flow.run()", "Flow.java", Flow_run_Machine::new);
        layout.returns(String.class);
        layout.slot("greeting", String.class);
        layout.at("@start", 28, 0, 0, "", "", void.class);
        layout.at("greet", 29, 0, 1, "", "", String.class);
        layout.at("toString", 30, 2, 3, "0", "0", void.class);
        return layout.lines("42:29 49:30 53:31").build();
    }
}
