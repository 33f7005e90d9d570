package dev.perdure.weave;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** What woven classes call. On threads that are of no play, none of it does anything. */
public final class Hooks {
    private Hooks() {}

    /** Before something that threads share, at this place in the code. */
    public static void point(int place) {
        var self = Actor.self();
        if (self != null) self.play.point(self, place);
    }

    /** Instead of entering a monitor. */
    public static void lock(Object monitor) {
        var self = Actor.self();
        if (self != null) self.play.lock(self, monitor);
    }

    /** Instead of leaving a monitor. */
    public static void unlock(Object monitor) {
        var self = Actor.self();
        if (self != null) self.play.unlock(self, monitor);
    }

    /** From here on this thread is not held up: the platform holds a lock meanwhile. */
    public static void quiet() {
        var self = Actor.self();
        if (self != null) self.quiet++;
    }

    /** It may be held up again. */
    public static void loud() {
        var self = Actor.self();
        if (self != null) self.quiet--;
    }

    /** Instead of waiting for a future. */
    public static @Nullable Object join(CompletableFuture<?> future) {
        var self = Actor.self();
        if (self != null) self.play.await(future::isDone);
        return future.join();
    }

    /** Instead of waiting for a future. */
    public static @Nullable Object get(CompletableFuture<?> future) throws ExecutionException, InterruptedException {
        var self = Actor.self();
        if (self != null) self.play.await(future::isDone);
        return future.get();
    }
}
