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
 * The state machine of shop.Flow.crawl(java.util.Set,int), in Flow.java.
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
public final class Flow_crawl_Machine extends Frame {
    private static final Type[] TYPES = {dev.perdure.machine.Types.of(java.util.Set.class, java.lang.String.class), int.class, dev.perdure.machine.Types.of(java.util.ArrayList.class, java.lang.String.class)};

    private static final int[] HANDLERS = {-1, -1, -1};

    public static final Layout LAYOUT = $layout();

    private static final MethodHandle $get_web$ = Access.getter(MethodHandles.lookup(), shop.Flow.class, shop.Flow.class, "web", shop.Flow.Web.class);

    private shop.Flow $self;

    private java.util.Set<java.lang.String> seeds;

    private int depth;

    private java.util.ArrayList<java.lang.String> pages$items;

    private static Layout $layout() {
        var layout = Layout.of(1, shop.Flow.class, "shop.Flow.crawl(java.util.Set,int)", "Flow.java", Flow_crawl_Machine::new);
        layout.returns(dev.perdure.machine.Types.of(java.util.List.class, shop.Flow.Page.class));
        layout.slots(TYPES, "seeds", "depth", "pages.$items");
        layout.at("@start", 30, 0, 0, "0 1", "0 1", void.class);
        layout.at("pages", 31, 1, 2, "1 2", "", dev.perdure.machine.Types.of(java.util.List.class, shop.Flow.Page.class));
        layout.part(Flow_crawl_Branch1.LAYOUT);
        return layout.lines("147:31 154:35 155:36 158:31 159:38 265:32 274:33").build();
    }

    public static dev.perdure.machine.Frame $begin(shop.Flow $self,
            java.util.Set<java.lang.String> seeds, int depth) {
        Objects.requireNonNull($self);
        var $other = Dispatch.override(LAYOUT, $self, new Object[] {seeds, depth});
        if ($other != null) return $other;
        var $frame = new Flow_crawl_Machine();
        $frame.$self = $self;
        $frame.seeds = seeds;
        $frame.depth = depth;
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
            case 0 -> out.writeValue("seeds", TYPES[0], this.seeds);
            case 1 -> out.writeInt("depth", this.depth);
            case 2 -> out.writeValue("pages.$items", TYPES[2], this.pages$items);
            default -> throw $noSlot(slot);
        }
    }

    @Override
    public void $load(int slot, SlotReader in) {
        switch (slot) {
            case 0 -> this.seeds = (java.util.Set<java.lang.String>) in.readValue("seeds", TYPES[0]);
            case 1 -> this.depth = in.readInt("depth");
            case 2 -> this.pages$items = (java.util.ArrayList<java.lang.String>) in.readValue("pages.$items", TYPES[2]);
            default -> throw $noSlot(slot);
        }
    }

    @Override
    public Object $get(int slot) {
        return switch (slot) {
            case 0 -> this.seeds;
            case 1 -> this.depth;
            case 2 -> this.pages$items;
            default -> throw $noSlot(slot);
        };
    }

    @Override
    public void $set(int slot, Object value) {
        switch (slot) {
            case 0 -> this.seeds = (java.util.Set<java.lang.String>) value;
            case 1 -> this.depth = value == null ? (int) 0 : (java.lang.Integer) value;
            case 2 -> this.pages$items = (java.util.ArrayList<java.lang.String>) value;
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
                        this.pages$items = new java.util.ArrayList<java.lang.String>(this.seeds); // :31
                        this.$state = 1;
                    }
                    case 1: { // await 'pages'
                        this.seeds = null;
                        final int depth$c = this.depth;
                        return this.$await(1, dev.perdure.Perdure.all(this.pages$items, seed -> dev.perdure.Perdure.branch(this.<shop.Flow.Page, java.io.IOException>$body(Flow_crawl_Branch1.$begin($self, seed, depth$c)))) // :31
                                .withConcurrency(8) // :35
                                .named("pages")); // :36
                    }
                    case 2: {
                        var pages = this.<java.util.List<shop.Flow.Page>>$take(); // :31
                        final java.util.List<shop.Flow.Page> $result = pages; return this.$return($result); // :38
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
     * The branch in line 31.
     */
    static final class Flow_crawl_Branch1 extends Frame {
        private static final Type[] TYPES = {java.lang.String.class, int.class, java.lang.String.class};

        private static final int[] HANDLERS = {-1, -1, -1, -1};

        public static final Layout LAYOUT = $layout();

        private shop.Flow $self;

        private java.lang.String seed;

        private int depth;

        private java.lang.String text;

        private static Layout $layout() {
            var layout = Layout.of(1, shop.Flow.class, "shop.Flow.crawl(java.util.Set,int)#pages", "Flow.java", Flow_crawl_Branch1::new);
            layout.returns(shop.Flow.Page.class);
            layout.slots(TYPES, "seed", "depth", "text");
            layout.at("@start", 31, 0, 0, "0 1", "0 1", void.class);
            layout.at("fetch", 32, 0, 1, "0 1", "0 1", java.lang.String.class);
            layout.at("add", 33, 2, 3, "0 1 2", "", shop.Flow.Page.class).tail();
            layout.part(Flow_crawl_Branch1_Undo1.LAYOUT);
            return layout.lines("147:31 154:35 155:36 158:31 159:38 265:32 274:33").build();
        }

        public static dev.perdure.machine.Frame $begin(shop.Flow $self, java.lang.String seed,
                int depth) {
            var $frame = new Flow_crawl_Branch1();
            $frame.$self = $self;
            $frame.seed = seed;
            $frame.depth = depth;
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
                case 0 -> out.writeString("seed", this.seed);
                case 1 -> out.writeInt("depth", this.depth);
                case 2 -> out.writeString("text", this.text);
                default -> throw $noSlot(slot);
            }
        }

        @Override
        public void $load(int slot, SlotReader in) {
            switch (slot) {
                case 0 -> this.seed = in.readString("seed");
                case 1 -> this.depth = in.readInt("depth");
                case 2 -> this.text = in.readString("text");
                default -> throw $noSlot(slot);
            }
        }

        @Override
        public Object $get(int slot) {
            return switch (slot) {
                case 0 -> this.seed;
                case 1 -> this.depth;
                case 2 -> this.text;
                default -> throw $noSlot(slot);
            };
        }

        @Override
        public void $set(int slot, Object value) {
            switch (slot) {
                case 0 -> this.seed = (java.lang.String) value;
                case 1 -> this.depth = value == null ? (int) 0 : (java.lang.Integer) value;
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
                            final java.lang.String seed$c = this.seed;
                            return this.$await(1, dev.perdure.Perdure.await(() -> $get_web($self).fetch(seed$c)).withRetry(3)); // :32
                        }
                        case 1: {
                            this.text = this.<java.lang.String>$take(); // :32
                            this.$state = 2;
                        }
                        case 2: { // await 'add'
                            final java.lang.String text$c = this.text;
                            final int depth$c = this.depth;
                            return this.$await(2, dev.perdure.Perdure.await(() -> $get_web($self).add(text$c, depth$c)).withUndo(this.<shop.Flow.Page>$undo(Flow_crawl_Branch1_Undo1.$begin($self, this.seed, null), 1))); // :33
                        }
                        case 3: {
                            final shop.Flow.Page $result = this.<shop.Flow.Page>$take(); return this.$return($result); // :33
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
         * The undo in line 33.
         */
        static final class Flow_crawl_Branch1_Undo1 extends Frame {
            private static final Type[] TYPES = {java.lang.String.class, shop.Flow.Page.class};

            private static final int[] HANDLERS = {-1, -1};

            public static final Layout LAYOUT = $layout();

            private shop.Flow $self;

            private java.lang.String seed;

            private shop.Flow.Page done;

            private static Layout $layout() {
                var layout = Layout.of(1, shop.Flow.class, "shop.Flow.crawl(java.util.Set,int)#pages#add", "Flow.java", Flow_crawl_Branch1_Undo1::new);
                layout.slots(TYPES, "seed", "done");
                layout.at("@start", 33, 0, 0, "0 1", "0 1", void.class);
                layout.at("undo", 33, 0, 1, "0 1", "", void.class).tail();
                return layout.lines("147:31 154:35 155:36 158:31 159:38 265:32 274:33").build();
            }

            public static dev.perdure.machine.Frame $begin(shop.Flow $self, java.lang.String seed,
                    shop.Flow.Page done) {
                var $frame = new Flow_crawl_Branch1_Undo1();
                $frame.$self = $self;
                $frame.seed = seed;
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
                    case 0 -> out.writeString("seed", this.seed);
                    case 1 -> out.writeValue("done", TYPES[1], this.done);
                    default -> throw $noSlot(slot);
                }
            }

            @Override
            public void $load(int slot, SlotReader in) {
                switch (slot) {
                    case 0 -> this.seed = in.readString("seed");
                    case 1 -> this.done = (shop.Flow.Page) in.readValue("done", TYPES[1]);
                    default -> throw $noSlot(slot);
                }
            }

            @Override
            public Object $get(int slot) {
                return switch (slot) {
                    case 0 -> this.seed;
                    case 1 -> this.done;
                    default -> throw $noSlot(slot);
                };
            }

            @Override
            public void $set(int slot, Object value) {
                switch (slot) {
                    case 0 -> this.seed = (java.lang.String) value;
                    case 1 -> this.done = (shop.Flow.Page) value;
                    default -> throw $noSlot(slot);
                }
            }

            @Override
            protected int $run() throws Throwable {
                $: for (;;) {
                    try {
                        switch (this.$state) {
                            case 0: { // await 'undo'
                                final java.lang.String seed$c = this.seed;
                                final shop.Flow.Page done$c = this.done;
                                return this.$await(1, dev.perdure.Perdure.await((dev.perdure.Action<java.lang.Exception>) () -> ((dev.perdure.Undo<shop.Flow.Page>) page -> $get_web($self).remove(page, seed$c)).undo(done$c)).withRetry()); // :33
                            }
                            case 1: {
                                this.<java.lang.Object>$take(); // :33
                                return this.$return(null); // :33
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
}
