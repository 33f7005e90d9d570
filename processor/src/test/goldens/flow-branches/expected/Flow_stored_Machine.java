package shop;

import dev.perdure.Action;
import dev.perdure.Perdure;
import dev.perdure.Undo;
import dev.perdure.machine.Access;
import dev.perdure.machine.Dispatch;
import dev.perdure.machine.Frame;
import dev.perdure.machine.Layout;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import javax.annotation.processing.Generated;

/**
 * The state machine of shop.Flow.stored(java.lang.String), in Flow.java.
 */
@Generated("dev.perdure.processor.DurableProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "cast", "dep-ann", "deprecation", "divzero", "empty", "exports", "fallthrough",
        "finally", "lossy-conversions", "overloads", "overrides", "preview", "rawtypes", "removal", "serial", "static",
        "synchronization", "this-escape", "try", "unchecked", "varargs"})
public final class Flow_stored_Machine extends Frame {
    public static final Layout LAYOUT = $layout();

    private static final MethodHandle $call_forget$ = Access.method(MethodHandles.lookup(), Flow.class, Flow.class, "forget", void.class, Flow.Page.class);

    private static final VarHandle $get_web$ = Access.field(MethodHandles.lookup(), Flow.class, Flow.class, "web", Flow.Web.class);

    private Flow $self;

    private String url;

    private Flow.Page page;

    private int tries;

    @Override
    protected int $run() throws Throwable {
        $: for (;;) {
            switch (this.$state) {
                case 0: { // await 'add'
                    final String url$c = this.url;
                    return this.$await(1, Perdure.<Flow.Page, RuntimeException>await(() -> $get_web($self).add(url$c, 0)).withUndo(this.<Flow.Page>$undo(Flow_stored_Undo1.$begin($self, null), 0))); // :56
                }
                case 1: {
                    this.page = this.<Flow.Page>$take(); // :56
                    this.tries = 3; // :57
                    this.$state = 2;
                }
                case 2: { // await 'again'
                    final String url$c = this.url;
                    final int tries$c = this.tries;
                    return this.$await(2, Perdure.<Flow.Page, RuntimeException>await(() -> $get_web($self).add(url$c, tries$c)).named("again").withUndo(this.<Flow.Page>$undo(Flow_stored_Undo2.$begin($self, this.page, null), 1))); // :58
                }
                case 3: {
                    this.<Object>$take(); // :58
                    final Flow.Page $result = this.page; // :62
                    return this.$return($result);
                }
                default:
                    throw $noBlock();
            }
        }
    }

    public static Frame $begin(Flow $self, String url) {
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
        this.$self = (Flow) self;
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
            case 0 -> this.url = (String) value;
            case 1 -> this.page = (Flow.Page) value;
            case 2 -> this.tries = $int(value);
            default -> throw $noSlot(slot);
        }
    }

    private static void $call_forget(Flow $self, Flow.Page $0) {
        try {
            $call_forget$.invokeExact((Flow) $self, (Flow.Page) $0);
        } catch (Throwable $t) {
            throw $sneak($t);
        }
    }

    private static Flow.Web $get_web(Flow $self) {
        return (Flow.Web) $get_web$.get($self);
    }

    private static Layout $layout() {
        var layout = Layout.of(2, Flow.class, "shop.Flow.stored(java.lang.String)", "Flow.java", Flow_stored_Machine::new);
        layout.returns(Flow.Page.class);
        layout.slot("url", String.class);
        layout.slot("page", Flow.Page.class);
        layout.slot("tries", int.class);
        layout.at("@start", 55, 0, 0, "0", "0", void.class);
        layout.at("add", 56, 0, 1, "0", "0", Flow.Page.class);
        layout.at("again", 58, 2, 3, "0 1 2", "1", void.class);
        layout.part(Flow_stored_Undo1.LAYOUT);
        layout.part(Flow_stored_Undo2.LAYOUT);
        return layout.lines("44:56 48:57 54:58 58:62 147:56 222:59 232:60 236:61").build();
    }

    /**
     * The undo in line 56.
     */
    static final class Flow_stored_Undo1 extends Frame {
        public static final Layout LAYOUT = $layout();

        private Flow $self;

        private Flow.Page done;

        @Override
        protected int $run() throws Throwable {
            $: for (;;) {
                switch (this.$state) {
                    case 0: { // await 'undo'
                        final Flow.Page done$c = this.done; // :56
                        return this.$await(1, Perdure.await((Action<Exception>) () -> ((Undo<Flow.Page>) ($a0) -> $call_forget($self, $a0)).undo(done$c)).withRetry());
                    }
                    case 1: {
                        this.<Object>$take(); // :56
                        return this.$return(null); // :56
                    }
                    default:
                        throw $noBlock();
                }
            }
        }

        public static Frame $begin(Flow $self, Flow.Page done) {
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
            this.$self = (Flow) self;
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
                case 0 -> this.done = (Flow.Page) value;
                default -> throw $noSlot(slot);
            }
        }

        private static Layout $layout() {
            var layout = Layout.of(2, Flow.class, "shop.Flow.stored(java.lang.String)#add", "Flow.java", Flow_stored_Undo1::new);
            layout.slot("done", Flow.Page.class);
            layout.at("@start", 56, 0, 0, "0", "0", void.class);
            layout.at("undo", 56, 0, 1, "0", "", void.class).tail();
            return layout.lines("44:56 48:57 54:58 58:62 147:56 222:59 232:60 236:61").build();
        }
    }

    /**
     * The undo in line 58.
     */
    static final class Flow_stored_Undo2 extends Frame {
        public static final Layout LAYOUT = $layout();

        private Flow $self;

        private Flow.Page page;

        private Flow.Page done;

        private String text;

        @Override
        protected int $run() throws Throwable {
            $: for (;;) {
                switch (this.$state) {
                    case 0: { // await 'fetch'
                        final Flow.Page done$c = this.done;
                        return this.$await(1, Perdure.<String, IOException>await(() -> $get_web($self).fetch(done$c.url()))); // :59
                    }
                    case 1: {
                        this.text = this.<String>$take(); // :59
                        this.$state = 2;
                    }
                    case 2: { // await 'remove'
                        this.done = null;
                        final Flow.Page page$c = this.page;
                        final String text$c = this.text;
                        return this.$await(2, Perdure.<RuntimeException>await(() -> $get_web($self).remove(page$c, text$c))); // :60
                    }
                    case 3: {
                        this.<Object>$take(); // :60
                        return this.$return(null); // :61
                    }
                    default:
                        throw $noBlock();
                }
            }
        }

        public static Frame $begin(Flow $self, Flow.Page page,
                Flow.Page done) {
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
            this.$self = (Flow) self;
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
                case 0 -> this.page = (Flow.Page) value;
                case 1 -> this.done = (Flow.Page) value;
                case 2 -> this.text = (String) value;
                default -> throw $noSlot(slot);
            }
        }

        private static Layout $layout() {
            var layout = Layout.of(2, Flow.class, "shop.Flow.stored(java.lang.String)#again", "Flow.java", Flow_stored_Undo2::new);
            layout.slot("page", Flow.Page.class);
            layout.slot("done", Flow.Page.class);
            layout.slot("text", String.class);
            layout.at("@start", 58, 0, 0, "0 1", "0 1", void.class);
            layout.at("fetch", 59, 0, 1, "0 1", "0", String.class);
            layout.at("remove", 60, 2, 3, "0 2", "", void.class).tail();
            return layout.lines("44:56 48:57 54:58 58:62 147:56 222:59 232:60 236:61").build();
        }
    }
}
