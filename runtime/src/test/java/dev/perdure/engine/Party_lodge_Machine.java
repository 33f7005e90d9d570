package dev.perdure.engine;

import static dev.perdure.Perdure.await;

import dev.perdure.machine.Layout;

/** {@link Party#lodge}. */
final class Party_lodge_Machine extends TableFrame {
    private static final String METHOD = "dev.perdure.engine.Party.lodge(java.lang.String)";

    static final Layout LAYOUT = Layout.of(2, Party.class, METHOD, "Party.java", Party_lodge_Machine::new)
            .slot("flight", String.class)
            .point("@start", 1, 0, 0, null, new int[] {0}, void.class)
            .point("hotel", 2, 0, 1, new int[] {0}, new int[] {}, String.class)
            .returns(String.class)
            .part(Hotel.LAYOUT)
            .build();

    @Override
    public Layout layout() {
        return LAYOUT;
    }

    @Override
    protected int $run() throws Throwable {
        Party self = host();
        if ($state == 1) return $return(this.<String>$take() + "!");
        var undo = new Hotel();
        undo.$bind(self);
        undo.$set(0, slot(0));
        return $await(
                1,
                await(() -> self.desk.call("hotel"))
                        .withUndo(this.<String>$undo(undo, 1))
                        .named("hotel"));
    }

    /** The undo. */
    static final class Hotel extends TableFrame {
        static final Layout LAYOUT = Layout.of(2, Party.class, METHOD + "#hotel.undo", "Party.java", Hotel::new)
                .slot("flight", String.class)
                .slot("done", String.class)
                .point("@start", 1, 0, 0, null, new int[] {0, 1}, void.class)
                .point("undo", 2, 0, 1, new int[] {0, 1}, new int[] {}, void.class)
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
            String flight = slot(0);
            String done = slot(1);
            return $await(
                    1,
                    await(() -> self.desk.call("leave " + done + " of " + flight))
                            .withRetry());
        }
    }
}
