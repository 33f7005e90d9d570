package dev.perdure.engine.checkpoint;

import dev.perdure.codec.JsonWriter;
import dev.perdure.engine.checkpoint.Memory.FrameMemory;
import dev.perdure.engine.checkpoint.Memory.Items;
import dev.perdure.engine.checkpoint.Memory.Text;
import dev.perdure.machine.Frame;
import dev.perdure.machine.Slot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the frames of a part: what is no longer as the memory has it. Brings the memory up to date on the way. */
final class Differ {
    private static final int SHORT = 16;

    private final Values values;
    private final Outlines outlines;
    private final JsonWriter scratch = new JsonWriter();
    private final Slots slots;

    Differ(Values values, Outlines outlines) {
        this.values = values;
        this.outlines = outlines;
        this.slots = new Slots(scratch, values);
    }

    /** Writes what may refer to slots that were written. */
    Slots rest(JsonWriter out) {
        slots.into(out);
        return slots;
    }

    /** Writes one frame of the stack, unless it is as it was. */
    void frame(FrameMemory memory, int depth, Side side, boolean fresh, JsonWriter out) {
        var frame = memory.frame;
        var outline = outlines.of(frame.layout(), frame.point(), side);
        slots.depth(depth);
        var changes = new JsonWriter().beginObject();
        int empty = changes.size();
        var gone = new ArrayList<>(memory.slots.keySet());
        for (int live : outline.live()) {
            slot(memory, frame, live, changes);
            gone.remove(frame.layout().slots().get(live).name());
        }
        memory.slots.keySet().removeAll(gone);
        boolean moved = memory.point != frame.point() || memory.side != side;
        memory.point = frame.point();
        memory.side = side;
        if (!fresh && !moved && gone.isEmpty() && changes.size() == empty) return;
        out.beginObject().name("i").number(depth);
        if (fresh) out.name("m").string(frame.layout().method());
        out.name("at").string(frame.layout().point(frame.point()).label());
        out.name("side").string(side.text()).name("f").string(outline.fingerprint());
        out.name("s").raw(changes.endObject().toBytes());
        if (!gone.isEmpty()) {
            out.name("gone").beginArray();
            gone.forEach(out::string);
            out.endArray();
        }
        out.endObject();
    }

    private void slot(FrameMemory memory, Frame frame, int index, JsonWriter out) {
        var slot = frame.layout().slots().get(index);
        var element = values.elementOf(slot.type());
        if (element != null
                && frame.$get(index) instanceof ArrayList<?> list
                && list.size() >= SHORT
                && slots.claim(slot.name(), list)) {
            list(memory, slot, element, list, out);
            return;
        }
        scratch.truncate(0, false);
        frame.save(index, slots);
        var before = memory.slots.get(slot.name());
        if (before instanceof Text text && scratch.sliceEquals(0, scratch.size(), text.encoding())) return;
        var encoding = scratch.toBytes();
        memory.slots.put(slot.name(), new Text(encoding));
        out.raw(encoding);
    }

    private void list(FrameMemory memory, Slot slot, ListElement element, List<?> list, JsonWriter out) {
        var items = memory.slots.get(slot.name()) instanceof Items known ? known.elements() : null;
        int from = 0;
        int kept = 0;
        if (items != null) {
            from = Math.max(0, items.size() - list.size()); // a list that is worked off loses its head
            kept = same(items, from, list, element);
            if (from > 0 && from + kept < items.size()) {
                from = 0;
                kept = same(items, 0, list, element);
            }
            if (from == 0 && kept == items.size() && kept == list.size()) return;
        }
        out.name(slot.name());
        boolean part = items != null && kept > 0;
        if (part)
            out.beginObject()
                    .name("@from")
                    .number(from)
                    .name("@keep")
                    .number(kept)
                    .name("v");
        out.beginArray();
        var now = items == null || !part ? new ArrayList<@Nullable Object>(list.size()) : items;
        if (part) {
            now.subList(from + kept, now.size()).clear();
            if (from > 0) now.subList(0, from).clear();
        }
        for (int i = kept; i < list.size(); i++) {
            var encoding = encoding(slot, element, list.get(i));
            now.add(element.immutable() ? list.get(i) : encoding);
            out.raw(encoding);
        }
        out.endArray();
        if (part) out.endObject();
        memory.slots.put(slot.name(), new Items(now));
    }

    /** How many elements from the list's beginning are those of the memory from an index on. */
    private int same(List<@Nullable Object> items, int from, List<?> list, ListElement element) {
        int most = Math.min(items.size() - from, list.size());
        if (element.immutable()) {
            for (int i = 0; i < most; i++) if (items.get(from + i) != list.get(i)) return i;
            return most;
        }
        for (int i = 0; i < most; i++) {
            scratch.truncate(0, false);
            values.encode(element.type(), list.get(i), scratch);
            if (!(items.get(from + i) instanceof byte[] known) || !scratch.sliceEquals(0, scratch.size(), known))
                return i;
        }
        return most;
    }

    private byte[] encoding(Slot slot, ListElement element, @Nullable Object item) {
        scratch.truncate(0, false);
        slots.named(slot.name(), () -> values.encode(element.type(), item, scratch));
        return scratch.toBytes();
    }
}
