package shop;

import dev.perdure.Pair;
import dev.perdure.Perdure;
import dev.perdure.machine.Access;
import dev.perdure.machine.Dispatch;
import dev.perdure.machine.Frame;
import dev.perdure.machine.Layout;
import dev.perdure.machine.Types;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Generated;

/**
 * The state machine of shop.Flow.both(java.lang.String), in Flow.java.
 */
@Generated("dev.perdure.processor.DurableProcessor")
@SuppressWarnings({"all", "auxiliaryclass", "cast", "dep-ann", "deprecation", "divzero", "empty", "exports", "fallthrough",
        "finally", "lossy-conversions", "overloads", "overrides", "preview", "rawtypes", "removal", "serial", "static",
        "synchronization", "this-escape", "try", "unchecked", "varargs"})
public final class Flow_both_Machine extends Frame {
    public static final Layout LAYOUT = $layout();

    private static final VarHandle $get_web$ = Access.field(MethodHandles.lookup(), Flow.class, Flow.class, "web", Flow.Web.class);

    private Flow $self;

    private String url;

    private Duration limit;

    private Pair<String, List<Flow.Page>> pair;

    @Override
    protected int $run() throws Throwable {
        $: for (;;) {
            switch (this.$state) {
                case 0: {
                    this.limit = Duration.ofSeconds(this.url.length()); // :44
                    this.$state = 1;
                }
                case 1: { // await 'all'
                    final String url$c = this.url;
                    return this.$await(1, Perdure.all( // :45
                            Perdure.<String, IOException>await(() -> $get_web($self).fetch(url$c)).withTimeout(this.limit), // :46
                            Perdure.branch(this.<List<Flow.Page>, IOException>$body(Flow_both_Branch1.$begin($self, this.url))))); // :47
                }
                case 2: {
                    this.pair = this.<Pair<String, List<Flow.Page>>>$take(); // :45
                    this.$state = 3;
                }
                case 3: { // await 'quick'
                    this.url = null;
                    final Pair<String, List<Flow.Page>> pair$c = this.pair;
                    return this.$await(2, Perdure.race(Perdure.<String, IOException>await(() -> $get_web($self).fetch(pair$c.first())), Perdure.after(this.limit)).named("quick")); // :49
                }
                case 4: {
                    String first = this.<String>$take(); // :49
                    final String $result = first + this.pair.second().size(); // :50
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
        this.$self = (Flow) self;
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
            case 0 -> this.url = (String) value;
            case 1 -> this.limit = (Duration) value;
            case 2 -> this.pair = (Pair<String, List<Flow.Page>>) value;
            default -> throw $noSlot(slot);
        }
    }

    private static Flow.Web $get_web(Flow $self) {
        return (Flow.Web) $get_web$.get($self);
    }

    private static Layout $layout() {
        var layout = Layout.of(2, Flow.class, "shop.Flow.both(java.lang.String)", "Flow.java", Flow_both_Machine::new);
        layout.returns(String.class);
        layout.slot("url", String.class);
        layout.slot("limit", Duration.class);
        layout.slot("pair", Types.of(Pair.class, String.class, Types.of(List.class, Flow.Page.class)));
        layout.at("@start", 43, 0, 0, "0", "0", void.class);
        layout.at("all", 45, 1, 2, "0 1", "1", Types.of(Pair.class, String.class, Types.of(List.class, Flow.Page.class)));
        layout.at("quick", 49, 3, 4, "1 2", "2", String.class);
        layout.part(Flow_both_Branch1.LAYOUT);
        return layout.lines("43:44 48:45 49:46 50:47 53:45 59:49 63:50 145:47").build();
    }

    /**
     * The branch in line 47.
     */
    static final class Flow_both_Branch1 extends Frame {
        public static final Layout LAYOUT = $layout();

        private Flow $self;

        private String url;

        private Set<String> crawl$0;

        @Override
        protected int $run() throws Throwable {
            $: for (;;) {
                switch (this.$state) {
                    case 0: {
                        this.crawl$0 = Set.of(this.url); // :47
                        this.$state = 1;
                    }
                    case 1: { // await 'crawl'
                        this.url = null;
                        return this.$call(1, shop.Flow_crawl_Machine.$begin($self, this.crawl$0, 1)); // :47
                    }
                    case 2: {
                        final List<Flow.Page> $result = this.<List<Flow.Page>>$take(); // :47
                        return this.$return($result);
                    }
                    default:
                        throw $noBlock();
                }
            }
        }

        public static Frame $begin(Flow $self, String url) {
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
            this.$self = (Flow) self;
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
                case 0 -> this.url = (String) value;
                case 1 -> this.crawl$0 = (Set<String>) value;
                default -> throw $noSlot(slot);
            }
        }

        private static Layout $layout() {
            var layout = Layout.of(2, Flow.class, "shop.Flow.both(java.lang.String)#all", "Flow.java", Flow_both_Branch1::new);
            layout.returns(Types.of(List.class, Flow.Page.class));
            layout.slot("url", String.class);
            layout.slot("crawl.$0", Types.of(Set.class, String.class));
            layout.at("@start", 47, 0, 0, "0", "0", void.class);
            layout.at("crawl", 47, 1, 2, "1", "", Types.of(List.class, Flow.Page.class)).tail();
            return layout.lines("43:44 48:45 49:46 50:47 53:45 59:49 63:50 145:47").build();
        }
    }
}
