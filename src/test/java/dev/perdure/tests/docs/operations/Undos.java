package dev.perdure.tests.docs.operations;

import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.sleep;

import dev.perdure.CancelledException;
import dev.perdure.Durable;
import dev.perdure.Run;
import java.time.Duration;

/** Cancellation and undo. */
public class Undos {
    /** What is booked and taken back. */
    public interface Desk {
        String reserve(String what);

        void release(String booking);

        String wire(String booking);

        void tell(String whom);
    }

    private final Desk desk;

    public Undos(Desk desk) {
        this.desk = desk;
    }

    @Durable
    public String undone(boolean full) {
        // snippet: undo
        String seat = await(() -> desk.reserve("seat"))
                .withUndo(desk::release)
                .named("seat")
                .get();
        String room = await(() -> desk.reserve("room"))
                .withUndo(booking -> desk.release(booking))
                .named("room")
                .get();
        if (full) throw new IllegalStateException("no table"); // releases the room, then the seat
        // end snippet
        return seat + room;
    }

    @Durable
    public String kept() {
        // snippet: caught
        try {
            await(() -> desk.reserve("seat")).withUndo(desk::release).get();
            await(() -> desk.wire("money")).get();
        } catch (IllegalStateException caught) {
            // the seat stays reserved: an exception that the method catches undoes nothing
        }
        // end snippet
        return "kept";
    }

    @Durable
    public String patient() {
        // snippet: cancelled
        try {
            sleep(Duration.ofDays(1));
            return await(() -> desk.wire("money")).interruptible().named("wire").get();
        } catch (CancelledException cancelled) {
            await(() -> desk.tell("the customer")).withRetry(3).named("tell").get(); // may await
            throw cancelled; // the run ends as CANCELLED
        } finally {
            await(() -> desk.tell("the books")).withRetry(3).named("close").get();
        }
        // end snippet
    }

    static void cancel(Run<?> run) {
        // snippet: cancel
        run.cancel("the customer has withdrawn");
        // end snippet
    }
}
