package dev.perdure.engine.checkpoint;

import dev.perdure.codec.Codec;
import dev.perdure.codec.Json;
import dev.perdure.codec.JsonCodec;
import dev.perdure.codec.JsonWriter;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** The application's codec, with exceptions going their own way. */
public final class Values implements Codec {
    private final Codec codec;
    private final JsonCodec exceptions;
    private final @Nullable ClassLoader loader;

    /** Over this codec; exceptions and jobs are looked for with this loader. */
    public Values(@Nullable Codec codec, @Nullable ClassLoader loader) {
        this.exceptions = new JsonCodec(loader);
        this.codec = codec == null ? exceptions : codec;
        this.loader = loader;
    }

    /** Where classes of exceptions and jobs are looked for. */
    @Nullable
    ClassLoader loader() {
        return loader;
    }

    private Codec of(Type type) {
        return type instanceof Class<?> raw && Throwable.class.isAssignableFrom(raw) ? exceptions : codec;
    }

    @Override
    public void encode(Type type, @Nullable Object value, JsonWriter out) {
        of(type).encode(type, value, out);
    }

    @Override
    public @Nullable Object decode(Type type, Json json) {
        return of(type).decode(type, json);
    }

    @Override
    public boolean immutable(Type type) {
        return of(type).immutable(type);
    }
}
