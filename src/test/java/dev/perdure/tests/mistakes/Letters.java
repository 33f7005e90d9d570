package dev.perdure.tests.mistakes;

import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.sleep;

import dev.perdure.Durable;
import java.time.Duration;

/** A small flow: it writes, waits and sends. */
public class Letters {
    private final String greeting;

    /** A flow with this greeting. */
    public Letters(String greeting) {
        this.greeting = greeting;
    }

    /** Sends a letter after a while. */
    @Durable
    public String send(String to, Duration wait) {
        var text = await(() -> greeting + ", " + to).named("write").get();
        sleep(wait);
        return await(() -> text + "!").named("post").get();
    }

    /** A letter of that many pages. */
    @Durable
    public int pages(int count) {
        var pages = await(() -> "page ".repeat(count)).named("fill").get();
        return await(() -> pages.length()).named("weigh").get();
    }

    /** Sends what a class of static methods writes. */
    @Durable
    public String noted(String to) {
        return Notes.note(to) + "!";
    }

    /** Not durable. */
    public String shout(String to) {
        return to;
    }

    /** A letter of another kind, in a class of its own. */
    public static class Cards {
        /** Sends a card. */
        @Durable
        public String card(Duration wait) {
            sleep(wait);
            return await(() -> "card").named("print").get();
        }
    }

    /** Static methods, in a class of their own. */
    public static class Notes {
        Notes() {}

        /** Writes a note. */
        @Durable
        public static String note(String to) {
            return await(() -> "note for " + to).named("note").get();
        }
    }

    /** Has what notes have. */
    public static final class StickyNotes extends Notes {
        private StickyNotes() {}
    }
}
