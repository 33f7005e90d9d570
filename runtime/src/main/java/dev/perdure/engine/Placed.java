package dev.perdure.engine;

import dev.perdure.Run;
import dev.perdure.StartOptions;
import dev.perdure.machine.Layout;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Starts with options said before: {@code engine.onQueue("gpu").withPriority(5).start("render-7", Film::render, scene)}. Immutable. */
@SuppressWarnings("overloads") // see Starts
public final class Placed extends Starts {
    private final Starts starts;
    private final StartOptions options;

    Placed(Starts starts, StartOptions options) {
        this.starts = starts;
        this.options = options;
    }

    @Override
    public Placed with(StartOptions chosen) {
        return new Placed(starts, chosen);
    }

    @Override
    StartOptions options() {
        return options;
    }

    @Override
    protected <R extends @Nullable Object> Run<R> begin(
            @Nullable String id, boolean named, Layout layout, List<@Nullable Object> arguments, StartOptions chosen) {
        return starts.begin(id, named, layout, arguments, chosen);
    }
}
