package dev.perdure.engine.checkpoint;

import dev.perdure.Run;
import dev.perdure.codec.Codec;
import dev.perdure.codec.Json;
import dev.perdure.codec.JsonCodec;
import dev.perdure.codec.JsonWriter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The application's codec, with exceptions going their own way. */
public final class Values implements Codec {
    private static final Set<Type> LISTS = Set.of(ArrayList.class, List.class, Collection.class);

    private final Codec codec;
    private final JsonCodec exceptions;
    private final @Nullable ClassLoader loader;
    private final Map<Type, Optional<ListElement>> elements = new ConcurrentHashMap<>();

    /** Over this codec; exceptions and jobs are looked for with this loader. */
    public Values(@Nullable Codec codec, @Nullable ClassLoader loader) {
        this(codec, loader, null);
    }

    /** Over this codec; handles of runs are made with this. */
    public Values(
            @Nullable Codec codec, @Nullable ClassLoader loader, @Nullable Function<String, ? extends Run<?>> handles) {
        this.exceptions = new JsonCodec(loader, handles);
        this.codec = codec == null ? exceptions : codec;
        this.loader = loader;
    }

    /** Where classes of exceptions and jobs are looked for. */
    @Nullable
    ClassLoader loader() {
        return loader;
    }

    /** What the elements of an array list of this type are written as; null if the whole list has to be asked. */
    @Nullable
    ListElement elementOf(Type type) {
        var known = elements.get(type);
        if (known == null) {
            known = Optional.ofNullable(findElement(type));
            elements.put(type, known);
        }
        return known.orElse(null);
    }

    private @Nullable ListElement findElement(Type type) {
        if (codec != exceptions || !(type instanceof ParameterizedType applied)) return null;
        if (!LISTS.contains(applied.getRawType())) return null;
        var element = applied.getActualTypeArguments()[0];
        return element instanceof WildcardType || element instanceof TypeVariable<?>
                ? null
                : new ListElement(element, exceptions.immutable(element));
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
