package shop;

import dev.perdure.machine.Dispatch;
import dev.perdure.machine.Frame;
import dev.perdure.machine.Layout;
import dev.perdure.machine.SlotReader;
import dev.perdure.machine.SlotWriter;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
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

    private static final MethodHandle $call_greet$ = $find$call_greet();

    private static final MethodHandle $call_larger$ = $find$call_larger();

    private static final MethodHandle $get_WORDS$ = $find$get_WORDS();

    private static final MethodHandle $super_toString$ = $find$super_toString();

    private shop.Flow $self;

    private java.lang.String greeting;

    private static Layout $layout() {
        var layout = Layout.of(1, shop.Flow.class, "shop.Flow.run()", "Flow.java", Flow_run_Machine::new);
        layout.returns(java.lang.String.class);
        layout.slot("greeting", TYPES[0]);
        layout.point("@start", 28, 0, 0, new int[] {}, new int[] {}, void.class);
        layout.point("greet", 29, 0, 1, new int[] {}, new int[] {}, java.lang.String.class);
        layout.point("toString", 30, 2, 3, new int[] {0}, new int[] {0}, void.class);
        return layout.lines("210:29 217:30 221:31").build();
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
            case 0:
                out.writeString("greeting", this.greeting);
                break;
            default:
                throw new IllegalArgumentException("no slot " + slot);
        }
    }

    @Override
    public void $load(int slot, SlotReader in) {
        switch (slot) {
            case 0:
                this.greeting = in.readString("greeting");
                break;
            default:
                throw new IllegalArgumentException("no slot " + slot);
        }
    }

    @Override
    public Object $get(int slot) {
        switch (slot) {
            case 0:
                return this.greeting;
            default:
                throw new IllegalArgumentException("no slot " + slot);
        }
    }

    @Override
    public void $set(int slot, Object value) {
        switch (slot) {
            case 0:
                this.greeting = (java.lang.String) value;
                break;
            default:
                throw new IllegalArgumentException("no slot " + slot);
        }
    }

    private static java.lang.invoke.MethodHandle $find$call_greet() {
        try {
            var $lookup = MethodHandles.privateLookupIn(shop.Flow.class, MethodHandles.lookup());
            return $lookup.findVirtual(shop.Flow.class, "greet", MethodType.methodType(java.lang.String.class, java.lang.String[].class));
        } catch (ReflectiveOperationException $e) {
            throw new LinkageError($e.toString(), $e);
        }
    }

    private static java.lang.String $call_greet(shop.Flow $self, java.lang.String... $0) throws
            java.io.IOException {
        try {
            return (java.lang.String) $call_greet$.invokeExact((shop.Flow) java.util.Objects.requireNonNull($self), (java.lang.String[]) $0);
        } catch (Throwable $t) {
            throw $sneak($t);
        }
    }

    private static java.lang.invoke.MethodHandle $find$call_larger() {
        try {
            var $lookup = MethodHandles.privateLookupIn(shop.Flow.class, MethodHandles.lookup());
            return $lookup.findStatic(shop.Flow.class, "larger", MethodType.methodType(java.lang.Comparable.class, java.lang.Comparable.class, java.lang.Comparable.class));
        } catch (ReflectiveOperationException $e) {
            throw new LinkageError($e.toString(), $e);
        }
    }

    private static <T extends java.lang.Comparable<T>> T $call_larger(T $0, T $1) {
        try {
            return (T) (java.lang.Comparable) $call_larger$.invokeExact((java.lang.Comparable) $0, (java.lang.Comparable) $1);
        } catch (Throwable $t) {
            throw $sneak($t);
        }
    }

    private static java.lang.invoke.MethodHandle $find$get_WORDS() {
        try {
            var $lookup = MethodHandles.privateLookupIn(shop.Flow.class, MethodHandles.lookup());
            return $lookup.findStaticGetter(shop.Flow.class, "WORDS", java.util.List.class);
        } catch (ReflectiveOperationException $e) {
            throw new LinkageError($e.toString(), $e);
        }
    }

    private static java.util.List<java.lang.String> $get_WORDS() {
        try {
            return (java.util.List<java.lang.String>) (java.util.List) $get_WORDS$.invokeExact();
        } catch (Throwable $t) {
            throw $sneak($t);
        }
    }

    private static java.lang.invoke.MethodHandle $find$super_toString() {
        try {
            var $lookup = MethodHandles.privateLookupIn(shop.Flow.class, MethodHandles.lookup());
            return $lookup.findSpecial(java.lang.Object.class, "toString", MethodType.methodType(java.lang.String.class), shop.Flow.class);
        } catch (ReflectiveOperationException $e) {
            throw new LinkageError($e.toString(), $e);
        }
    }

    private static java.lang.String $super_toString(shop.Flow $self) {
        try {
            return (java.lang.String) $super_toString$.invokeExact((shop.Flow) java.util.Objects.requireNonNull($self));
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
                        throw new IllegalStateException("no block " + this.$state);
                }
            } catch (Throwable $t) {
                this.$state = this.$unwind($t, HANDLERS);
            }
        }
    }
}
