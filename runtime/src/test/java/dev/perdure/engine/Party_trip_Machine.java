package dev.perdure.engine;

import static dev.perdure.Perdure.await;

import dev.perdure.machine.Layout;
import java.time.Duration;

/** {@link Party#trip}. */
final class Party_trip_Machine extends TableFrame {
    private static final String METHOD = "dev.perdure.engine.Party.trip(boolean)";

    static final Layout LAYOUT = Layout.of(2, Party.class, METHOD, "Party.java", Party_trip_Machine::new)
            .slot("fail", boolean.class)
            .slot("flight", String.class)
            .slot("hotel", String.class)
            .point("@start", 1, 0, 0, null, new int[] {0}, void.class)
            .point("flight", 2, 0, 1, new int[] {0}, new int[] {0}, String.class)
            .point("lodge", 3, 2, 3, new int[] {0, 1}, new int[] {0, 1}, String.class)
            .point("sleep", 4, 4, 5, new int[] {0, 1, 2}, new int[] {0, 1, 2}, void.class)
            .point("car", 5, 6, 7, new int[] {1, 2}, new int[] {}, String.class)
            .tail()
            .returns(String.class)
            .part(Flight.LAYOUT)
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
                    var undo = new Flight();
                    undo.$bind(self);
                    return $await(
                            1,
                            await(() -> self.desk.call("flight"))
                                    .withUndo(this.<String>$undo(undo, 0))
                                    .named("flight"));
                }
                case 1 -> {
                    slot(1, this.<String>$take());
                    $state = 2;
                }
                case 2 -> {
                    var callee = new Party_lodge_Machine();
                    callee.$bind(self);
                    callee.$set(0, slot(1));
                    callee.restoreAt(0);
                    return $call(2, callee);
                }
                case 3 -> {
                    slot(2, this.<String>$take());
                    $state = 4;
                }
                case 4 -> {
                    return $sleep(3, Duration.ofHours(1));
                }
                case 5 -> {
                    $take();
                    if (this.<Boolean>slot(0)) throw new Shop.Broken("no car", 1);
                    $state = 6;
                }
                case 6 -> {
                    String flight = slot(1);
                    String hotel = slot(2);
                    return $await(
                            4,
                            await(() -> self.desk.call("car for " + flight + " and " + hotel))
                                    .named("car"));
                }
                case 7 -> {
                    return $return(this.<String>$take());
                }
                default -> throw new IllegalStateException();
            }
        }
    }

    /** The undo. */
    static final class Flight extends TableFrame {
        static final Layout LAYOUT = Layout.of(2, Party.class, METHOD + "#flight.undo", "Party.java", Flight::new)
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
