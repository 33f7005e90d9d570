package dev.perdure.engine.checkpoint;

import dev.perdure.DataCorrupted;
import dev.perdure.codec.Codec;
import dev.perdure.codec.Json;
import dev.perdure.engine.checkpoint.Saved.SavedFrame;
import dev.perdure.machine.Layout;
import dev.perdure.machine.SlotReader;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The slots of a saved stack; what several of them name becomes one object again, whichever is read first. */
final class SavedSlots {
    private final List<SavedFrame> frames;
    private final List<Layout> layouts;
    private final Codec codec;
    private final Map<String, @Nullable Object> made = new HashMap<>();

    SavedSlots(List<SavedFrame> frames, List<Layout> layouts, Codec codec) {
        this.frames = frames;
        this.layouts = layouts;
        this.codec = codec;
    }

    /** The slots of one frame of the stack. */
    OfFrame of(int depth) {
        return new OfFrame(depth);
    }

    /** A value that may refer to a slot. */
    @Nullable
    Object value(Json json, Type type) {
        var address = reference(json);
        if (address != null) return referent(address, type);
        return type == void.class ? null : codec.decode(type, json);
    }

    private static @Nullable String reference(Json json) {
        if (!(json instanceof Json.Obj object)) return null;
        var reference = object.get("@ref");
        return reference == null ? null : reference.string();
    }

    private @Nullable Object referent(String address, Type type) {
        if (made.containsKey(address)) return made.get(address);
        int dot = address.indexOf('.');
        int depth = dot > 0 && address.substring(0, dot).chars().allMatch(Character::isDigit)
                ? Integer.parseInt(address.substring(0, dot))
                : -1;
        var name = address.substring(dot + 1);
        var json =
                depth >= 0 && depth < frames.size() ? frames.get(depth).slots().get(name) : null;
        if (json == null || reference(json) != null)
            throw new DataCorrupted("a slot refers to " + address + ", which is not there", null);
        return make(address, json, typeOf(depth, name, type));
    }

    /** The type that the referent was saved with; that of the reference if the code has no such variable any more. */
    private Type typeOf(int depth, String name, Type otherwise) {
        var types = new SavedTypes(frames.get(depth));
        return layouts.get(depth).slots().stream()
                .filter(slot -> slot.name().equals(name))
                .map(slot -> Objects.requireNonNullElse(types.of(name, slot.type()), otherwise))
                .findFirst()
                .orElse(otherwise);
    }

    private @Nullable Object make(String address, Json json, Type type) {
        var value = codec.decode(type, json);
        made.put(address, value);
        return value;
    }

    /** Reads the slots of one frame. */
    final class OfFrame implements SlotReader {
        private final int depth;
        private final Map<String, Json> slots;

        OfFrame(int depth) {
            this.depth = depth;
            this.slots = frames.get(depth).slots();
        }

        private Json need(String name) {
            var json = slots.get(name);
            if (json == null) throw new DataCorrupted("variable " + name + " is missing in the checkpoint", null);
            return json;
        }

        @Override
        public boolean readBoolean(String name) {
            return need(name).bool();
        }

        @Override
        public int readInt(String name) {
            return (int) Members.number(need(name));
        }

        @Override
        public char readChar(String name) {
            var text = need(name).string();
            if (text.length() != 1) throw need(name).mismatch("a character");
            return text.charAt(0);
        }

        @Override
        public long readLong(String name) {
            return Members.number(need(name));
        }

        @Override
        public float readFloat(String name) {
            return Float.parseFloat(need(name).number());
        }

        @Override
        public double readDouble(String name) {
            return Members.fraction(need(name));
        }

        @Override
        public @Nullable String readString(String name) {
            var json = need(name);
            return json instanceof Json.Nothing ? null : json.string();
        }

        @Override
        public @Nullable Object readValue(String name, Type type) {
            var json = need(name);
            var address = reference(json);
            if (address != null) return referent(address, type);
            var own = depth + "." + name;
            return made.containsKey(own) ? made.get(own) : make(own, json, type);
        }
    }
}
