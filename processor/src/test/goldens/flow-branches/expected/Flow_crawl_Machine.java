package shop;

import dev.perdure.Action;
import dev.perdure.Perdure;
import dev.perdure.Undo;
import dev.perdure.machine.Access;
import dev.perdure.machine.Dispatch;
import dev.perdure.machine.Frame;
import dev.perdure.machine.Layout;
import dev.perdure.machine.Types;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Generated;

/**
 * The state machine of shop.Flow.crawl(java.util.Set,int), in Flow.java.
 */
@Generated("dev.perdure.processor.DurableProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "cast", "dep-ann", "deprecation", "divzero", "empty", "exports", "fallthrough",
        "finally", "lossy-conversions", "overloads", "overrides", "preview", "rawtypes", "removal", "serial", "static",
        "synchronization", "this-escape", "try", "unchecked", "varargs"})
public final class Flow_crawl_Machine extends Frame {
    public static final Layout LAYOUT = $layout();

    private static final VarHandle $get_web$ = Access.field(MethodHandles.lookup(), Flow.class, Flow.class, "web", Flow.Web.class);

    private Flow $self;

    private Set<String> seeds;

    private int depth;

    private ArrayList<String> pages$items;

    @Override
    protected int $run() throws Throwable {
        $: for (;;) {
            switch (this.$state) {
                case 0: {
                    this.pages$items = new ArrayList<String>(this.seeds); // :31
                    this.$state = 1;
                }
                case 1: { // await 'pages'
                    this.seeds = null;
                    final int depth$c = this.depth;
                    return this.$await(1, Perdure.all(this.pages$items, seed -> Perdure.branch(this.<Flow.Page, IOException>$body(Flow_crawl_Branch1.$begin($self, seed, depth$c)))) // :31
                            .withConcurrency(8) // :35
                            .named("pages")); // :36
                }
                case 2: {
                    var pages = this.<List<Flow.Page>>$take(); // :31
                    final List<Flow.Page> $result = pages; // :38
                    return this.$return($result);
                }
                default:
                    throw $noBlock();
            }
        }
    }

    public static Frame $begin(Flow $self,
            Set<String> seeds, int depth) {
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
        this.$self = (Flow) self;
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
            case 0 -> this.seeds = (Set<String>) value;
            case 1 -> this.depth = $int(value);
            case 2 -> this.pages$items = (ArrayList<String>) value;
            default -> throw $noSlot(slot);
        }
    }

    private static Flow.Web $get_web(Flow $self) {
        return (Flow.Web) $get_web$.get($self);
    }

    private static Layout $layout() {
        var layout = Layout.of(2, Flow.class, "shop.Flow.crawl(java.util.Set,int)", "Flow.java", Flow_crawl_Machine::new);
        layout.returns(Types.of(List.class, Flow.Page.class));
        layout.slot("seeds", Types.of(Set.class, String.class));
        layout.slot("depth", int.class);
        layout.slot("pages.$items", Types.of(ArrayList.class, String.class));
        layout.at("@start", 30, 0, 0, "0 1", "0 1", void.class);
        layout.at("pages", 31, 1, 2, "1 2", "", Types.of(List.class, Flow.Page.class));
        layout.part(Flow_crawl_Branch1.LAYOUT);
        return layout.lines("44:31 51:35 52:36 55:31 56:38 142:32 151:33").build();
    }

    /**
     * The branch in line 31.
     */
    static final class Flow_crawl_Branch1 extends Frame {
        public static final Layout LAYOUT = $layout();

        private Flow $self;

        private String seed;

        private int depth;

        private String text;

        @Override
        protected int $run() throws Throwable {
            $: for (;;) {
                switch (this.$state) {
                    case 0: { // await 'fetch'
                        final String seed$c = this.seed;
                        return this.$await(1, Perdure.<String, IOException>await(() -> $get_web($self).fetch(seed$c)).withRetry(3)); // :32
                    }
                    case 1: {
                        this.text = this.<String>$take(); // :32
                        this.$state = 2;
                    }
                    case 2: { // await 'add'
                        final String text$c = this.text;
                        final int depth$c = this.depth;
                        return this.$await(2, Perdure.<Flow.Page, RuntimeException>await(() -> $get_web($self).add(text$c, depth$c)).withUndo(this.<Flow.Page>$undo(Flow_crawl_Branch1_Undo1.$begin($self, this.seed, null), 1))); // :33
                    }
                    case 3: {
                        final Flow.Page $result = this.<Flow.Page>$take(); // :33
                        return this.$return($result);
                    }
                    default:
                        throw $noBlock();
                }
            }
        }

        public static Frame $begin(Flow $self, String seed,
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
            this.$self = (Flow) self;
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
                case 0 -> this.seed = (String) value;
                case 1 -> this.depth = $int(value);
                case 2 -> this.text = (String) value;
                default -> throw $noSlot(slot);
            }
        }

        private static Layout $layout() {
            var layout = Layout.of(2, Flow.class, "shop.Flow.crawl(java.util.Set,int)#pages", "Flow.java", Flow_crawl_Branch1::new);
            layout.returns(Flow.Page.class);
            layout.slot("seed", String.class);
            layout.slot("depth", int.class);
            layout.slot("text", String.class);
            layout.at("@start", 31, 0, 0, "0 1", "0 1", void.class);
            layout.at("fetch", 32, 0, 1, "0 1", "0 1", String.class);
            layout.at("add", 33, 2, 3, "0 1 2", "", Flow.Page.class).tail();
            layout.part(Flow_crawl_Branch1_Undo1.LAYOUT);
            return layout.lines("44:31 51:35 52:36 55:31 56:38 142:32 151:33").build();
        }

        /**
         * The undo in line 33.
         */
        static final class Flow_crawl_Branch1_Undo1 extends Frame {
            public static final Layout LAYOUT = $layout();

            private Flow $self;

            private String seed;

            private Flow.Page done;

            @Override
            protected int $run() throws Throwable {
                $: for (;;) {
                    switch (this.$state) {
                        case 0: { // await 'undo'
                            final String seed$c = this.seed;
                            final Flow.Page done$c = this.done;
                            return this.$await(1, Perdure.await((Action<Exception>) () -> ((Undo<Flow.Page>) page -> $get_web($self).remove(page, seed$c)).undo(done$c)).withRetry()); // :33
                        }
                        case 1: {
                            this.<Object>$take(); // :33
                            return this.$return(null); // :33
                        }
                        default:
                            throw $noBlock();
                    }
                }
            }

            public static Frame $begin(Flow $self, String seed,
                    Flow.Page done) {
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
                this.$self = (Flow) self;
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
                    case 0 -> this.seed = (String) value;
                    case 1 -> this.done = (Flow.Page) value;
                    default -> throw $noSlot(slot);
                }
            }

            private static Layout $layout() {
                var layout = Layout.of(2, Flow.class, "shop.Flow.crawl(java.util.Set,int)#pages#add", "Flow.java", Flow_crawl_Branch1_Undo1::new);
                layout.slot("seed", String.class);
                layout.slot("done", Flow.Page.class);
                layout.at("@start", 33, 0, 0, "0 1", "0 1", void.class);
                layout.at("undo", 33, 0, 1, "0 1", "", void.class).tail();
                return layout.lines("44:31 51:35 52:36 55:31 56:38 142:32 151:33").build();
            }
        }
    }
}
