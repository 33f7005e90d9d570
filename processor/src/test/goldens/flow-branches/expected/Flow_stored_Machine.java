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
 * The state machine of shop.Flow.stored(java.lang.String), in Flow.java.
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
public final class Flow_stored_Machine extends Frame {
    private static final Type[] TYPES = {java.lang.String.class, shop.Flow.Page.class, int.class};

    private static final int[] HANDLERS = {-1, -1, -1, -1};

    public static final Layout LAYOUT = $layout();

    private static final MethodHandle $call_forget$ = Access.method(MethodHandles.lookup(), shop.Flow.class, shop.Flow.class, "forget", void.class, shop.Flow.Page.class);

    private static final MethodHandle $get_web$ = Access.getter(MethodHandles.lookup(), shop.Flow.class, shop.Flow.class, "web", shop.Flow.Web.class);

    private shop.Flow $self;

    private java.lang.String url;

    private shop.Flow.Page page;

    private int tries;

    private static Layout $layout() {
        var layout = Layout.of(1, shop.Flow.class, "shop.Flow.stored(java.lang.String)", "Flow.java", Flow_stored_Machine::new);
        layout.returns(shop.Flow.Page.class);
        layout.slots(TYPES, "url", "page", "tries");
        layout.at("@start", 55, 0, 0, "0", "0", void.class);
        layout.at("add", 56, 0, 1, "0", "0", shop.Flow.Page.class);
        layout.at("again", 58, 2, 3, "0 1 2", "1", void.class);
        layout.part(Flow_stored_Undo1.LAYOUT);
        layout.part(Flow_stored_Undo2.LAYOUT);
        return layout.lines("158:56 162:57 168:58 172:62 260:56 370:59 380:60 384:61").build();
    }

    public static dev.perdure.machine.Frame $begin(shop.Flow $self, java.lang.String url) {
        Objects.requireNonNull($self);
        var $other = Dispatch.override(LAYOUT, $self, new Object[] {url});
        if ($other != null) return $other;
        var $frame = new Flow_stored_Machine();
        $frame.$self = $self;
        $frame.url = url;
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
            case 0 -> out.writeString("url", this.url);
            case 1 -> out.writeValue("page", TYPES[1], this.page);
            case 2 -> out.writeInt("tries", this.tries);
            default -> throw $noSlot(slot);
        }
    }

    @Override
    public void $load(int slot, SlotReader in) {
        switch (slot) {
            case 0 -> this.url = in.readString("url");
            case 1 -> this.page = (shop.Flow.Page) in.readValue("page", TYPES[1]);
            case 2 -> this.tries = in.readInt("tries");
            default -> throw $noSlot(slot);
        }
    }

    @Override
    public Object $get(int slot) {
        return switch (slot) {
            case 0 -> this.url;
            case 1 -> this.page;
            case 2 -> this.tries;
            default -> throw $noSlot(slot);
        };
    }

    @Override
    public void $set(int slot, Object value) {
        switch (slot) {
            case 0 -> this.url = (java.lang.String) value;
            case 1 -> this.page = (shop.Flow.Page) value;
            case 2 -> this.tries = value == null ? (int) 0 : (java.lang.Integer) value;
            default -> throw $noSlot(slot);
        }
    }

    private static void $call_forget(shop.Flow $self, shop.Flow.Page $0) {
        try {
            $call_forget$.invokeExact((shop.Flow) $self, (shop.Flow.Page) $0);
        } catch (Throwable $t) {
            throw $sneak($t);
        }
    }

    private static shop.Flow.Web $get_web(shop.Flow $self) {
        try {
            return (shop.Flow.Web) $get_web$.invokeExact((shop.Flow) $self);
        } catch (Throwable $t) {
            throw $sneak($t);
        }
    }

    @Override
    protected int $run() throws Throwable {
        $: for (;;) {
            try {
                switch (this.$state) {
                    case 0: { // await 'add'
                        final java.lang.String url$c = this.url;
                        return this.$await(1, dev.perdure.Perdure.await(() -> $get_web($self).add(url$c, 0)).withUndo(this.<shop.Flow.Page>$undo(Flow_stored_Undo1.$begin($self, null), 0))); // :56
                    }
                    case 1: {
                        this.page = this.<shop.Flow.Page>$take(); // :56
                        this.tries = 3; // :57
                        this.$state = 2;
                    }
                    case 2: { // await 'again'
                        final java.lang.String url$c = this.url;
                        final int tries$c = this.tries;
                        return this.$await(2, dev.perdure.Perdure.await(() -> $get_web($self).add(url$c, tries$c)).named("again").withUndo(this.<shop.Flow.Page>$undo(Flow_stored_Undo2.$begin($self, this.page, null), 1))); // :58
                    }
                    case 3: {
                        this.<java.lang.Object>$take(); // :58
                        final shop.Flow.Page $result = this.page; return this.$return($result); // :62
                    }
                    default:
                        throw $noBlock();
                }
            } catch (Throwable $t) {
                this.$state = this.$unwind($t, HANDLERS);
            }
        }
    }

    /**
     * The undo in line 56.
     */
    static final class Flow_stored_Undo1 extends Frame {
        private static final Type[] TYPES = {shop.Flow.Page.class};

        private static final int[] HANDLERS = {-1, -1};

        public static final Layout LAYOUT = $layout();

        private shop.Flow $self;

        private shop.Flow.Page done;

        private static Layout $layout() {
            var layout = Layout.of(1, shop.Flow.class, "shop.Flow.stored(java.lang.String)#add", "Flow.java", Flow_stored_Undo1::new);
            layout.slots(TYPES, "done");
            layout.at("@start", 56, 0, 0, "0", "0", void.class);
            layout.at("undo", 56, 0, 1, "0", "", void.class).tail();
            return layout.lines("158:56 162:57 168:58 172:62 260:56 370:59 380:60 384:61").build();
        }

        public static dev.perdure.machine.Frame $begin(shop.Flow $self, shop.Flow.Page done) {
            var $frame = new Flow_stored_Undo1();
            $frame.$self = $self;
            $frame.done = done;
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
                case 0 -> out.writeValue("done", TYPES[0], this.done);
                default -> throw $noSlot(slot);
            }
        }

        @Override
        public void $load(int slot, SlotReader in) {
            switch (slot) {
                case 0 -> this.done = (shop.Flow.Page) in.readValue("done", TYPES[0]);
                default -> throw $noSlot(slot);
            }
        }

        @Override
        public Object $get(int slot) {
            return switch (slot) {
                case 0 -> this.done;
                default -> throw $noSlot(slot);
            };
        }

        @Override
        public void $set(int slot, Object value) {
            switch (slot) {
                case 0 -> this.done = (shop.Flow.Page) value;
                default -> throw $noSlot(slot);
            }
        }

        @Override
        protected int $run() throws Throwable {
            $: for (;;) {
                try {
                    switch (this.$state) {
                        case 0: { // await 'undo'
                            final shop.Flow.Page done$c = this.done; // :56
                            return this.$await(1, dev.perdure.Perdure.await((dev.perdure.Action<java.lang.Exception>) () -> ((dev.perdure.Undo<shop.Flow.Page>) ($a0) -> $call_forget($self, $a0)).undo(done$c)).withRetry());
                        }
                        case 1: {
                            this.<java.lang.Object>$take(); // :56
                            return this.$return(null); // :56
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

    /**
     * The undo in line 58.
     */
    static final class Flow_stored_Undo2 extends Frame {
        private static final Type[] TYPES = {shop.Flow.Page.class, shop.Flow.Page.class, java.lang.String.class};

        private static final int[] HANDLERS = {-1, -1, -1, -1};

        public static final Layout LAYOUT = $layout();

        private shop.Flow $self;

        private shop.Flow.Page page;

        private shop.Flow.Page done;

        private java.lang.String text;

        private static Layout $layout() {
            var layout = Layout.of(1, shop.Flow.class, "shop.Flow.stored(java.lang.String)#again", "Flow.java", Flow_stored_Undo2::new);
            layout.slots(TYPES, "page", "done", "text");
            layout.at("@start", 58, 0, 0, "0 1", "0 1", void.class);
            layout.at("fetch", 59, 0, 1, "0 1", "0", java.lang.String.class);
            layout.at("remove", 60, 2, 3, "0 2", "", void.class).tail();
            return layout.lines("158:56 162:57 168:58 172:62 260:56 370:59 380:60 384:61").build();
        }

        public static dev.perdure.machine.Frame $begin(shop.Flow $self, shop.Flow.Page page,
                shop.Flow.Page done) {
            var $frame = new Flow_stored_Undo2();
            $frame.$self = $self;
            $frame.page = page;
            $frame.done = done;
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
                case 0 -> out.writeValue("page", TYPES[0], this.page);
                case 1 -> out.writeValue("done", TYPES[1], this.done);
                case 2 -> out.writeString("text", this.text);
                default -> throw $noSlot(slot);
            }
        }

        @Override
        public void $load(int slot, SlotReader in) {
            switch (slot) {
                case 0 -> this.page = (shop.Flow.Page) in.readValue("page", TYPES[0]);
                case 1 -> this.done = (shop.Flow.Page) in.readValue("done", TYPES[1]);
                case 2 -> this.text = in.readString("text");
                default -> throw $noSlot(slot);
            }
        }

        @Override
        public Object $get(int slot) {
            return switch (slot) {
                case 0 -> this.page;
                case 1 -> this.done;
                case 2 -> this.text;
                default -> throw $noSlot(slot);
            };
        }

        @Override
        public void $set(int slot, Object value) {
            switch (slot) {
                case 0 -> this.page = (shop.Flow.Page) value;
                case 1 -> this.done = (shop.Flow.Page) value;
                case 2 -> this.text = (java.lang.String) value;
                default -> throw $noSlot(slot);
            }
        }

        @Override
        protected int $run() throws Throwable {
            $: for (;;) {
                try {
                    switch (this.$state) {
                        case 0: { // await 'fetch'
                            final shop.Flow.Page done$c = this.done;
                            return this.$await(1, dev.perdure.Perdure.await(() -> $get_web($self).fetch(done$c.url()))); // :59
                        }
                        case 1: {
                            this.text = this.<java.lang.String>$take(); // :59
                            this.$state = 2;
                        }
                        case 2: { // await 'remove'
                            this.done = null;
                            final shop.Flow.Page page$c = this.page;
                            final java.lang.String text$c = this.text;
                            return this.$await(2, dev.perdure.Perdure.await(() -> $get_web($self).remove(page$c, text$c))); // :60
                        }
                        case 3: {
                            this.<java.lang.Object>$take(); // :60
                            return this.$return(null); // :61
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
}
