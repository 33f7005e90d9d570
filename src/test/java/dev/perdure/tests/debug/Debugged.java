package dev.perdure.tests.debug;

import static dev.perdure.Perdure.await;

import dev.perdure.Durable;
import dev.perdure.engine.Engine;
import dev.perdure.store.MemoryStore;
import java.time.Clock;

/** What a debugger is put on. */
public final class Debugged {
    private Debugged() {}

    /** A durable method with a local that an await comes between. */
    @Durable
    public static int answer(int n) {
        int doubled = n * 2;
        int more = await(() -> doubled + 1).get();
        return more + doubled; // stop here
    }

    /** Runs it. */
    public static void main(String[] arguments) {
        try (var engine = Engine.open(new MemoryStore(Clock.systemUTC()))
                .register(Debugged.class)
                .start()) {
            System.out.println(engine.start("debugged", Debugged::answer, 10).result());
        }
    }
}
