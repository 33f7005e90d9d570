package dev.perdure.processor.read;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A text that is made when it is asked for: of most files in a large compilation it never is. Two compilers may ask, and what
 * it is made of belongs to the outer one, which is for one thread: so it is made under a lock.
 */
final class LateText {
    private final Object lock;
    private final Supplier<String> maker;
    private @Nullable String text;

    LateText(Object lock, Supplier<String> maker) {
        this.lock = lock;
        this.maker = maker;
    }

    String get() {
        synchronized (lock) {
            var made = text;
            if (made != null) return made;
            var fresh = maker.get();
            text = fresh;
            return fresh;
        }
    }
}
