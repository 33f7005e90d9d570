package dev.perdure.processor.read;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A text that is made when it is asked for: of most files in a large compilation it never is. */
final class LateText {
    private final Supplier<String> maker;
    private @Nullable String text;

    LateText(Supplier<String> maker) {
        this.maker = maker;
    }

    String get() {
        var made = text;
        if (made != null) return made;
        var fresh = maker.get();
        text = fresh;
        return fresh;
    }
}
