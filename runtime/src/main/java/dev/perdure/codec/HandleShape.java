package dev.perdure.codec;

import dev.perdure.Run;
import java.util.Set;
import java.util.function.Function;

/** Handles of runs: their ids. */
final class HandleShape implements Shape {
    private final Function<String, ? extends Run<?>> handles;

    HandleShape(Function<String, ? extends Run<?>> handles) {
        this.handles = handles;
    }

    @Override
    public void write(Object value, JsonWriter out) {
        out.string(((Run<?>) value).id());
    }

    @Override
    public Object read(Json json) {
        return handles.apply(json.string());
    }

    @Override
    public boolean immutable(Set<Shape> visiting) {
        return true;
    }
}
