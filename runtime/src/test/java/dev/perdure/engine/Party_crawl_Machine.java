package dev.perdure.engine;

import static dev.perdure.Perdure.all;
import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.branch;

import dev.perdure.machine.Layout;
import dev.perdure.machine.Types;
import java.util.List;

/** {@link Party#crawl}. */
final class Party_crawl_Machine extends TableFrame {
    private static final String METHOD = "dev.perdure.engine.Party.crawl(java.util.List,int)";

    static final Layout LAYOUT = Layout.of(2, Party.class, METHOD, "Party.java", Party_crawl_Machine::new)
            .slot("items", Types.of(List.class, String.class))
            .slot("concurrency", int.class)
            .slot("pages", Types.of(List.class, String.class))
            .point("@start", 1, 0, 0, null, new int[] {0, 1}, void.class)
            .point("pages", 2, 0, 1, new int[] {0, 1}, new int[] {}, Types.of(List.class, String.class))
            .point("done", 3, 2, 3, new int[] {2}, new int[] {2}, void.class)
            .returns(Types.of(List.class, String.class))
            .part(Pages.LAYOUT)
            .build();

    @Override
    public Layout layout() {
        return LAYOUT;
    }

    @Override
    protected int $run() throws Throwable {
        Party self = host();
        while (true) {
            switch ($state) {
                case 0 -> {
                    List<String> items = slot(0);
                    return $await(
                            1,
                            all(items, item -> branch(this.<String, Exception>$body(pages(self, item))))
                                    .withConcurrency(slot(1))
                                    .named("pages"));
                }
                case 1 -> {
                    slot(2, this.<List<String>>$take());
                    $state = 2;
                }
                case 2 -> {
                    return $await(2, await(() -> self.desk.call("done")).named("done"));
                }
                case 3 -> {
                    $take();
                    return $return(slot(2));
                }
                default -> throw new IllegalStateException();
            }
        }
    }

    private static Pages pages(Party self, String item) {
        var frame = new Pages();
        frame.$bind(self);
        frame.$set(0, item);
        return frame;
    }

    /** The branch. */
    static final class Pages extends TableFrame {
        static final Layout LAYOUT = Layout.of(2, Party.class, METHOD + "#pages", "Party.java", Pages::new)
                .slot("item", String.class)
                .slot("text", String.class)
                .point("@start", 1, 0, 0, null, new int[] {0}, void.class)
                .point("fetch", 2, 0, 1, new int[] {0}, new int[] {}, String.class)
                .point("add", 3, 2, 3, new int[] {1}, new int[] {}, String.class)
                .tail()
                .returns(String.class)
                .build();

        @Override
        public Layout layout() {
            return LAYOUT;
        }

        @Override
        protected int $run() throws Throwable {
            Party self = host();
            while (true) {
                switch ($state) {
                    case 0 -> {
                        String item = slot(0);
                        return $await(
                                1,
                                await(() -> self.desk.call("fetch " + item))
                                        .named("fetch")
                                        .withRetry(3));
                    }
                    case 1 -> {
                        slot(1, this.<String>$take());
                        $state = 2;
                    }
                    case 2 -> {
                        String text = slot(1);
                        return $await(
                                2, await(() -> self.desk.call("add " + text)).named("add"));
                    }
                    case 3 -> {
                        return $return(this.<String>$take());
                    }
                    default -> throw new IllegalStateException();
                }
            }
        }
    }
}
