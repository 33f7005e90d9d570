package dev.perdure.engine;

import static dev.perdure.Perdure.any;
import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.branch;

import dev.perdure.CancelledException;
import dev.perdure.machine.Layout;
import java.time.Duration;
import java.util.Objects;

/** {@link Party#rush}. */
final class Party_rush_Machine extends TableFrame {
    private static final String METHOD = "dev.perdure.engine.Party.rush()";

    static final Layout LAYOUT = Layout.of(2, Party.class, METHOD, "Party.java", Party_rush_Machine::new)
            .point("@start", 1, 0, 0, null, new int[] {}, void.class)
            .point("any", 2, 0, 1, new int[] {}, new int[] {}, String.class)
            .returns(String.class)
            .part(Booking.LAYOUT)
            .build();

    @Override
    public Layout layout() {
        return LAYOUT;
    }

    @Override
    protected int $run() throws Throwable {
        Party self = host();
        if ($state == 1) throw new Shop.Broken(this.<String>$take(), 1);
        var booking = new Booking();
        booking.$bind(self);
        return $await(
                1,
                any(
                                await(() -> self.desk.call("down")),
                                branch(this.<String, Exception>$body(booking)),
                                await(() -> self.desk.call("fast")))
                        .named("any"));
    }

    /** The branch. */
    static final class Booking extends TableFrame {
        private static final int[] HANDLER = {-1, -1, 3, -1, 3};

        static final Layout LAYOUT = Layout.of(2, Party.class, METHOD + "#any", "Party.java", Booking::new)
                .point("@start", 1, 0, 0, null, new int[] {}, void.class)
                .point("book", 2, 0, 1, new int[] {}, new int[] {}, String.class)
                .point("sleep", 3, 4, 2, new int[] {}, new int[] {}, void.class)
                .returns(String.class)
                .part(Undo.LAYOUT)
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
                            var undo = new Undo();
                            undo.$bind(self);
                            return $await(
                                    1,
                                    await(() -> self.desk.call("book"))
                                            .withUndo(this.<String>$undo(undo, 0))
                                            .named("book"));
                        }
                        case 1 -> {
                            this.<String>$take();
                            $state = 4;
                        }
                        case 4 -> {
                            return $sleep(2, Duration.ofHours(1));
                        }
                        case 2 -> {
                            $take();
                            return $return("late");
                        }
                        case 3 -> {
                            if ($thrown instanceof CancelledException) return $return("late");
                            throw Objects.requireNonNull($sneak(Objects.requireNonNull($thrown)));
                        }
                        default -> throw new IllegalStateException();
                    }
                } catch (Throwable failure) {
                    $state = $unwind(failure, HANDLER);
                }
            }
        }
    }

    /** The undo. */
    static final class Undo extends TableFrame {
        static final Layout LAYOUT = Layout.of(2, Party.class, METHOD + "#any#book.undo", "Party.java", Undo::new)
                .slot("done", String.class)
                .point("@start", 1, 0, 0, null, new int[] {0}, void.class)
                .point("undo", 2, 0, 1, new int[] {0}, new int[] {}, void.class)
                .tail()
                .build();

        @Override
        public Layout layout() {
            return LAYOUT;
        }

        @Override
        protected int $run() throws Throwable {
            Party self = host();
            if ($state == 1) {
                $take();
                return $return(null);
            }
            String done = slot(0);
            return $await(1, await(() -> self.desk.call("cancel " + done)).withRetry());
        }
    }
}
