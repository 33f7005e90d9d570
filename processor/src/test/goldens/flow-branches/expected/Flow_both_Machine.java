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
 * The state machine of shop.Flow.both(java.lang.String), in Flow.java.
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
public final class Flow_both_Machine extends Frame {
    private static final Type[] TYPES = {java.lang.String.class, java.time.Duration.class, dev.perdure.machine.Types.of(dev.perdure.Pair.class, java.lang.String.class, dev.perdure.machine.Types.of(java.util.List.class, shop.Flow.Page.class))};

    private static final int[] HANDLERS = {-1, -1, -1, -1, -1};

    public static final Layout LAYOUT = $layout();

    private static final MethodHandle $get_web$ = Access.getter(MethodHandles.lookup(), shop.Flow.class, shop.Flow.class, "web", shop.Flow.Web.class);

    private shop.Flow $self;

    private java.lang.String url;

    private java.time.Duration limit;

    private dev.perdure.Pair<java.lang.String, java.util.List<shop.Flow.Page>> pair;

    private static Layout $layout() {
        var layout = Layout.of(1, shop.Flow.class, "shop.Flow.both(java.lang.String)", "Flow.java", Flow_both_Machine::new);
        layout.returns(java.lang.String.class);
        layout.slots(TYPES, "url", "limit", "pair");
        layout.at("@start", 43, 0, 0, "0", "0", void.class);
        layout.at("all", 45, 1, 2, "0 1", "1", dev.perdure.machine.Types.of(dev.perdure.Pair.class, java.lang.String.class, dev.perdure.machine.Types.of(java.util.List.class, shop.Flow.Page.class)));
        layout.at("quick", 49, 3, 4, "1 2", "2", java.lang.String.class);
        layout.part(Flow_both_Branch1.LAYOUT);
        return layout.lines("146:44 151:45 152:46 153:47 156:45 162:49 166:50 261:47").build();
    }

    public static dev.perdure.machine.Frame $begin(shop.Flow $self, java.lang.String url) {
        Objects.requireNonNull($self);
        var $other = Dispatch.override(LAYOUT, $self, new Object[] {url});
        if ($other != null) return $other;
        var $frame = new Flow_both_Machine();
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
            case 1 -> out.writeValue("limit", TYPES[1], this.limit);
            case 2 -> out.writeValue("pair", TYPES[2], this.pair);
            default -> throw $noSlot(slot);
        }
    }

    @Override
    public void $load(int slot, SlotReader in) {
        switch (slot) {
            case 0 -> this.url = in.readString("url");
            case 1 -> this.limit = (java.time.Duration) in.readValue("limit", TYPES[1]);
            case 2 -> this.pair = (dev.perdure.Pair<java.lang.String, java.util.List<shop.Flow.Page>>) in.readValue("pair", TYPES[2]);
            default -> throw $noSlot(slot);
        }
    }

    @Override
    public Object $get(int slot) {
        return switch (slot) {
            case 0 -> this.url;
            case 1 -> this.limit;
            case 2 -> this.pair;
            default -> throw $noSlot(slot);
        };
    }

    @Override
    public void $set(int slot, Object value) {
        switch (slot) {
            case 0 -> this.url = (java.lang.String) value;
            case 1 -> this.limit = (java.time.Duration) value;
            case 2 -> this.pair = (dev.perdure.Pair<java.lang.String, java.util.List<shop.Flow.Page>>) value;
            default -> throw $noSlot(slot);
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
                    case 0: {
                        this.limit = java.time.Duration.ofSeconds(this.url.length()); // :44
                        this.$state = 1;
                    }
                    case 1: { // await 'all'
                        final java.lang.String url$c = this.url;
                        return this.$await(1, dev.perdure.Perdure.all( // :45
                                dev.perdure.Perdure.await(() -> $get_web($self).fetch(url$c)).withTimeout(this.limit), // :46
                                dev.perdure.Perdure.branch(this.<java.util.List<shop.Flow.Page>, java.io.IOException>$body(Flow_both_Branch1.$begin($self, this.url))))); // :47
                    }
                    case 2: {
                        this.pair = this.<dev.perdure.Pair<java.lang.String, java.util.List<shop.Flow.Page>>>$take(); // :45
                        this.$state = 3;
                    }
                    case 3: { // await 'quick'
                        this.url = null;
                        final dev.perdure.Pair<java.lang.String, java.util.List<shop.Flow.Page>> pair$c = this.pair;
                        return this.$await(2, dev.perdure.Perdure.race(dev.perdure.Perdure.await(() -> $get_web($self).fetch(pair$c.first())), dev.perdure.Perdure.after(this.limit)).named("quick")); // :49
                    }
                    case 4: {
                        java.lang.String first = this.<java.lang.String>$take(); // :49
                        final java.lang.String $result = first + this.pair.second().size(); return this.$return($result); // :50
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
     * The branch in line 47.
     */
    static final class Flow_both_Branch1 extends Frame {
        private static final Type[] TYPES = {java.lang.String.class, dev.perdure.machine.Types.of(java.util.Set.class, java.lang.String.class)};

        private static final int[] HANDLERS = {-1, -1, -1};

        public static final Layout LAYOUT = $layout();

        private shop.Flow $self;

        private java.lang.String url;

        private java.util.Set<java.lang.String> crawl$0;

        private static Layout $layout() {
            var layout = Layout.of(1, shop.Flow.class, "shop.Flow.both(java.lang.String)#all", "Flow.java", Flow_both_Branch1::new);
            layout.returns(dev.perdure.machine.Types.of(java.util.List.class, shop.Flow.Page.class));
            layout.slots(TYPES, "url", "crawl.$0");
            layout.at("@start", 47, 0, 0, "0", "0", void.class);
            layout.at("crawl", 47, 1, 2, "1", "", dev.perdure.machine.Types.of(java.util.List.class, shop.Flow.Page.class)).tail();
            return layout.lines("146:44 151:45 152:46 153:47 156:45 162:49 166:50 261:47").build();
        }

        public static dev.perdure.machine.Frame $begin(shop.Flow $self, java.lang.String url) {
            var $frame = new Flow_both_Branch1();
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
                case 1 -> out.writeValue("crawl.$0", TYPES[1], this.crawl$0);
                default -> throw $noSlot(slot);
            }
        }

        @Override
        public void $load(int slot, SlotReader in) {
            switch (slot) {
                case 0 -> this.url = in.readString("url");
                case 1 -> this.crawl$0 = (java.util.Set<java.lang.String>) in.readValue("crawl.$0", TYPES[1]);
                default -> throw $noSlot(slot);
            }
        }

        @Override
        public Object $get(int slot) {
            return switch (slot) {
                case 0 -> this.url;
                case 1 -> this.crawl$0;
                default -> throw $noSlot(slot);
            };
        }

        @Override
        public void $set(int slot, Object value) {
            switch (slot) {
                case 0 -> this.url = (java.lang.String) value;
                case 1 -> this.crawl$0 = (java.util.Set<java.lang.String>) value;
                default -> throw $noSlot(slot);
            }
        }

        @Override
        protected int $run() throws Throwable {
            $: for (;;) {
                try {
                    switch (this.$state) {
                        case 0: {
                            this.crawl$0 = java.util.Set.of(this.url); // :47
                            this.$state = 1;
                        }
                        case 1: { // await 'crawl'
                            this.url = null;
                            return this.$call(1, shop.Flow_crawl_Machine.$begin($self, this.crawl$0, 1)); // :47
                        }
                        case 2: {
                            final java.util.List<shop.Flow.Page> $result = this.<java.util.List<shop.Flow.Page>>$take(); return this.$return($result); // :47
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
