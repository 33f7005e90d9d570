package dev.perdure.engine;

import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.branch;
import static dev.perdure.Perdure.quorum;

import dev.perdure.machine.Layout;
import dev.perdure.machine.Types;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** {@link Party#vote}. */
final class Party_vote_Machine extends TableFrame {
    private static final String METHOD = "dev.perdure.engine.Party.vote()";

    static final Layout LAYOUT = Layout.of(2, Party.class, METHOD, "Party.java", Party_vote_Machine::new)
            .point("@start", 1, 0, 0, null, new int[] {}, void.class)
            .point("quorum", 2, 0, 1, new int[] {}, new int[] {}, Types.of(List.class, String.class))
            .tail()
            .returns(Types.of(List.class, String.class))
            .part(Late.LAYOUT)
            .build();

    @Override
    public Layout layout() {
        return LAYOUT;
    }

    @Override
    protected int $run() throws Throwable {
        Party self = host();
        if ($state == 1) return $return($take());
        var late = new Late();
        late.$bind(self);
        return $await(
                1,
                quorum(
                                2,
                                await(() -> self.desk.call("one")),
                                branch(this.<String, Exception>$body(late)),
                                await(() -> self.desk.call("three")))
                        .named("quorum"));
    }

    /** The branch. */
    static final class Late extends TableFrame {
        private static final int[] HANDLER = {-1, 2, -1, -1};

        static final Layout LAYOUT = Layout.of(2, Party.class, METHOD + "#quorum", "Party.java", Late::new)
                .slot("thrown", Throwable.class)
                .point("@start", 1, 0, 0, null, new int[] {}, void.class)
                .point("sleep", 2, 0, 1, new int[] {}, new int[] {}, void.class)
                .point("clean", 3, 2, 3, new int[] {0}, new int[] {0}, void.class)
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
                try {
                    switch ($state) {
                        case 0 -> {
                            return $sleep(1, Duration.ofHours(1));
                        }
                        case 1 -> {
                            $take();
                            $thrown = null;
                            $state = 2;
                        }
                        case 2 -> {
                            if ($thrown != null) slot(0, $thrown);
                            return $await(
                                    2, await(() -> self.desk.call("clean")).named("clean"));
                        }
                        case 3 -> {
                            $take();
                            Throwable thrown = slot(0);
                            if (thrown != null) throw Objects.requireNonNull($sneak(thrown));
                            return $return("late");
                        }
                        default -> throw new IllegalStateException();
                    }
                } catch (Throwable failure) {
                    $state = $unwind(failure, HANDLER);
                }
            }
        }
    }
}
