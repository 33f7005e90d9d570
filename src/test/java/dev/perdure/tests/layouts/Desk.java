package dev.perdure.tests.layouts;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What flows call. */
public final class Desk {
    /** What was called, in order. */
    public final List<String> calls = new ArrayList<>();

    private final boolean open;

    /** One that is closed leaves some calls without an answer. */
    public Desk(boolean open) {
        this.open = open;
    }

    /** A number. */
    public int num(String what) {
        calls.add(what);
        return what.length();
    }

    /** A text. */
    public String text(String what) {
        calls.add(what);
        return what.toUpperCase(java.util.Locale.ROOT);
    }

    /** A text, once the desk is open. */
    public CompletionStage<String> later(String what) {
        return open ? CompletableFuture.completedFuture(text(what)) : new CompletableFuture<>();
    }

    /** A text, once the desk is open; before, it fails. */
    public String maybe(String what) {
        if (!open) throw new IllegalStateException("closed");
        return text(what);
    }
}
