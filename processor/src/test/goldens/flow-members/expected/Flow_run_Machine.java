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
 * The state machine of shop.Flow.run(), in Flow.java.
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
public final class Flow_run_Machine extends Frame {
    private static final Type[] TYPES = {java.lang.String.class};

    private static final int[] HANDLERS = {-1, -1, -1, -1};

    public static final Layout LAYOUT = $layout();

    private static final MethodHandle $call_greet$ = Access.method(MethodHandles.lookup(), shop.Flow.class, shop.Flow.class, "greet", java.lang.String.class, java.lang.String[].class);

    private static final MethodHandle $call_larger$ = Access.staticMethod(MethodHandles.lookup(), shop.Flow.class, shop.Flow.class, "larger", java.lang.Comparable.class, java.lang.Comparable.class, java.lang.Comparable.class);

    private static final MethodHandle $get_WORDS$ = Access.staticGetter(MethodHandles.lookup(), shop.Flow.class, shop.Flow.class, "WORDS", java.util.List.class);

    private static final MethodHandle $super_toString$ = Access.superMethod(MethodHandles.lookup(), shop.Flow.class, java.lang.Object.class, "toString", java.lang.String.class);

    private shop.Flow $self;

    private java.lang.String greeting;

    private static Layout $layout() {
        var layout = Layout.of(1, shop.Flow.class, "shop.Flow.run()", "Flow.java", Flow_run_Machine::new);
        layout.returns(java.lang.String.class);
        layout.slots(TYPES, "greeting");
        layout.at("@start", 28, 0, 0, "", "", void.class);
        layout.at("greet", 29, 0, 1, "", "", java.lang.String.class);
        layout.at("toString", 30, 2, 3, "0", "0", void.class);
        return layout.lines("163:29 170:30 174:31").build();
    }

    public static dev.perdure.machine.Frame $begin(shop.Flow $self) {
        Objects.requireNonNull($self);
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
        this.$self = (shop.Flow) self;
    }

    @Override
    public void $save(int slot, SlotWriter out) {
        switch (slot) {
            case 0 -> out.writeString("greeting", this.greeting);
            default -> throw $noSlot(slot);
        }
    }

    @Override
    public void $load(int slot, SlotReader in) {
        switch (slot) {
            case 0 -> this.greeting = in.readString("greeting");
            default -> throw $noSlot(slot);
        }
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
            case 0 -> this.greeting = (java.lang.String) value;
            default -> throw $noSlot(slot);
        }
    }

    private static java.lang.String $call_greet(shop.Flow $self, java.lang.String... $0) throws
            java.io.IOException {
        try {
            return (java.lang.String) $call_greet$.invokeExact((shop.Flow) $self, (java.lang.String[]) $0);
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

    private static java.util.List<java.lang.String> $get_WORDS() {
        try {
            return (java.util.List<java.lang.String>) (java.util.List) $get_WORDS$.invokeExact();
        } catch (Throwable $t) {
            throw $sneak($t);
        }
    }

    private static java.lang.String $super_toString(shop.Flow $self) {
        try {
            return (java.lang.String) $super_toString$.invokeExact((shop.Flow) $self);
        } catch (Throwable $t) {
            throw $sneak($t);
        }
    }

    @Override
    protected int $run() throws Throwable {
        $: for (;;) {
            try {
                switch (this.$state) {
                    case 0: { // await 'greet'
                        return this.$await(1, dev.perdure.Perdure.await(() -> $call_greet($self, "x", "y"))); // :29
                    }
                    case 1: {
                        this.greeting = this.<java.lang.String>$take(); // :29
                        this.$state = 2;
                    }
                    case 2: { // await 'toString'
                        return this.$await(2, dev.perdure.Perdure.await($self::toString)); // :30
                    }
                    case 3: {
                        this.<java.lang.Object>$take(); // :30
                        final java.lang.String $result = $call_larger(this.greeting, "n") + 3 + $get_WORDS() + $super_toString($self).length(); return this.$return($result); // :31
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
