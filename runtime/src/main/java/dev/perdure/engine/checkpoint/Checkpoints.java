package dev.perdure.engine.checkpoint;

import dev.perdure.LimitExceeded;
import dev.perdure.codec.Json;
import dev.perdure.codec.JsonWriter;
import dev.perdure.machine.Frame;
import dev.perdure.machine.Layout;
import dev.perdure.machine.Outcome;
import dev.perdure.machine.Point;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes checkpoints, results and signals. Safe for use by many threads. */
public final class Checkpoints {
    /** The version of the format; it grows when an older reader could no longer read what is written. */
    static final int VERSION = 1;

    /** Up to this size checkpoints are always written whole. */
    static final int SMALL = 4_096;

    private final Values values;
    private final int valueLimit;
    private final Outlines outlines = new Outlines();

    /** Writes values with this codec, outcomes up to this size. */
    public Checkpoints(Values values, int valueLimit) {
        this.values = values;
        this.valueLimit = valueLimit;
    }

    /** The codec of values. */
    public Values values() {
        return values;
    }

    Outlines outlines() {
        return outlines;
    }

    /**
     * Everything, as one text.
     *
     * @throws dev.perdure.UnsaveableValue if something live cannot be saved; the text names it
     */
    public byte[] whole(Snapshot snapshot, Kin kin) {
        var out = new JsonWriter(512);
        out.beginObject().name("v").number(VERSION);
        out.name("n").number(snapshot.visits()).name("t").number(snapshot.now().toEpochMilli());
        strand(snapshot, out);
        kin.write(out);
        return out.endObject().toBytes();
    }

    /** A branch, as one text. */
    public byte[] branch(Snapshot snapshot) {
        var out = new JsonWriter(256).beginObject().name("n").number(snapshot.visits());
        strand(snapshot, out);
        if (snapshot.cancelling()) out.name("c").bool(true);
        return out.endObject().toBytes();
    }

    private void strand(Snapshot snapshot, JsonWriter out) {
        var slots = new Slots(out, values);
        if (!snapshot.stack().isEmpty()) frames(snapshot, out, slots);
        rest(snapshot, out, slots);
        if (!snapshot.undos().isEmpty()) undos(snapshot.undos(), out.name("undo"));
    }

    private void rest(Snapshot snapshot, JsonWriter out, Slots slots) {
        if (snapshot.outcome() != null) outcome(snapshot, snapshot.outcome(), out, slots);
        if (snapshot.waiting() != null) new WaitingFormat(values).write(snapshot.waiting(), snapshot.resultType(), out);
        if (snapshot.tries() != null) snapshot.tries().write(out.name("try"));
        if (snapshot.group() != null) group(snapshot.group(), out.name("group"));
    }

    private static void group(GroupImage group, JsonWriter out) {
        out.beginObject().name("size").number(group.size());
        texts(group.ended(), out.name("ended"));
        texts(group.open(), out.name("open"));
        out.endObject();
    }

    private static void texts(Map<?, byte[]> texts, JsonWriter out) {
        out.beginObject();
        texts.forEach((key, text) -> out.name(key.toString()).raw(text));
        out.endObject();
    }

    /** Undos, each with its own frame. */
    void undos(List<Pending> undos, JsonWriter out) {
        out.beginArray();
        for (Pending undo : undos) {
            out.beginObject().name("d").number(undo.depth()).name("frame");
            frame(undo.frame(), Side.RESUME, out, new Slots(out, values));
            out.endObject();
        }
        out.endArray();
    }

    /** What came of a branch, and the undos that it hands on. */
    public byte[] ended(Type type, Outcome outcome, List<Pending> undos) {
        var out = new JsonWriter().beginObject();
        if (outcome.failure() != null) values.encode(Throwable.class, outcome.failure(), out.name("err"));
        else if (type == void.class) out.name("ok").nothing();
        else values.encode(type, outcome.value(), out.name("ok"));
        if (!undos.isEmpty()) undos(undos, out.name("undo"));
        return out.endObject().toBytes();
    }

    /**
     * What the memory needs for parts to be written, after a whole checkpoint of this size; null if it is so small that it is
     * written whole every time.
     */
    public @Nullable Memory remember(Snapshot snapshot, int size) {
        if (size <= SMALL && snapshot.group() == null) return null;
        var memory = new Memory(Math.max(size, SMALL * 4));
        part(snapshot, KinNews.NONE, memory, 0);
        return memory;
    }

    /** What has changed since the memory was brought up to date; null if it is time for a whole checkpoint. */
    public byte @Nullable [] part(Snapshot snapshot, KinNews kin, Memory memory, int number) {
        var out = new JsonWriter(512);
        out.beginObject().name("v").number(VERSION).name("p").number(number);
        out.name("n").number(snapshot.visits()).name("t").number(snapshot.now().toEpochMilli());
        var stack = snapshot.stack();
        out.name("depth").number(stack.size()).name("frames").beginArray();
        var differ = new Differ(values, outlines);
        var known = memory.frames;
        if (known.size() > stack.size())
            known.subList(stack.size(), known.size()).clear();
        for (int depth = 0; depth < stack.size(); depth++) {
            boolean fresh = depth >= known.size() || known.get(depth).frame != stack.get(depth);
            if (fresh)
                known.subList(Math.min(depth, known.size()), known.size()).clear();
            if (fresh) known.add(new Memory.FrameMemory(stack.get(depth)));
            differ.frame(
                    known.get(depth), depth, depth == stack.size() - 1 ? snapshot.side() : Side.RESUME, fresh, out);
        }
        out.endArray();
        rest(snapshot, out, differ.rest(out));
        undos(snapshot.undos(), memory, out);
        kin.write(out);
        var bytes = out.endObject().toBytes();
        return number == 0 || memory.takes(bytes.length) ? bytes : null;
    }

    private void undos(List<Pending> undos, Memory memory, JsonWriter out) {
        var before = memory.undos;
        int same = 0;
        while (same < undos.size() && same < before.size() && undos.get(same).equals(before.get(same))) same++;
        if (same == undos.size() && same == before.size()) return;
        memory.undos = List.copyOf(undos);
        out.name("undo").beginObject().name("keep").number(same).name("v");
        undos(undos.subList(same, undos.size()), out);
        out.endObject();
    }

    /** A part about branches alone, by their paths; null if it is time for a whole checkpoint. */
    public byte @Nullable [] branches(
            Map<String, byte[]> open, Map<String, byte[]> ended, KinNews kin, Instant now, Memory memory, int number) {
        var out = new JsonWriter(512);
        out.beginObject().name("v").number(VERSION).name("p").number(number);
        out.name("t").number(now.toEpochMilli());
        texts(open, out.name("open"));
        texts(ended, out.name("ended"));
        kin.write(out);
        var bytes = out.endObject().toBytes();
        return memory.takes(bytes.length) ? bytes : null;
    }

    /** A branch of which nothing has changed but what has been tried. */
    public byte[] triesOfBranch(Tries tries) {
        var out = new JsonWriter().beginObject();
        tries.write(out.name("try"));
        return out.endObject().toBytes();
    }

    /** A branch of which nothing is saved yet but what was tried at the await that it reaches first. */
    public byte[] begun(Tries tries) {
        var out = new JsonWriter().beginObject().name("n").number(0);
        tries.write(out.name("try"));
        return out.endObject().toBytes();
    }

    /** A branch as it was saved before, with what was tried since at the await that it reaches first. */
    public byte[] tried(byte[] branch, Tries tries) {
        var json = Json.parse(branch).object();
        json.members().put("try", Members.need(Json.parse(triesOfBranch(tries)).object(), "try"));
        var out = new JsonWriter();
        json.write(out);
        return out.toBytes();
    }

    /** A part that changes nothing but what has been tried; the checkpoint before it stays. */
    public byte[] tries(int number, Tries tries) {
        var out = new JsonWriter();
        out.beginObject().name("v").number(VERSION).name("p").number(number);
        tries.write(out.name("try"));
        return out.endObject().toBytes();
    }

    /** A part that changes nothing but what is said beside the strands; the checkpoint before it stays. */
    public byte[] kin(int number, KinNews kin) {
        var out = new JsonWriter();
        out.beginObject().name("v").number(VERSION).name("p").number(number);
        kin.write(out);
        return out.endObject().toBytes();
    }

    private void frames(Snapshot snapshot, JsonWriter out, Slots slots) {
        out.name("frames").beginArray();
        var stack = snapshot.stack();
        for (int depth = 0; depth < stack.size(); depth++) {
            slots.depth(depth);
            frame(stack.get(depth), depth == stack.size() - 1 ? snapshot.side() : Side.RESUME, out, slots);
        }
        out.endArray();
    }

    private void frame(Frame frame, Side side, JsonWriter out, Slots slots) {
        var outline = outlines.of(frame.layout(), frame.point(), side);
        out.splice(outline.head(), false);
        out.beginObject();
        for (int slot : outline.live()) frame.save(slot, slots);
        out.endObject().endObject();
    }

    private void outcome(Snapshot snapshot, Outcome outcome, JsonWriter out, Slots slots) {
        out.name("out").beginObject();
        int before = out.size();
        var failure = outcome.failure();
        if (failure != null) {
            values.encode(Throwable.class, failure, out.name("err"));
        } else {
            var type = snapshot.resultType();
            slots.depth(snapshot.stack().size());
            out.name("ok");
            slots.value("out", type, type == void.class ? null : outcome.value()); // void: nobody takes it
        }
        out.endObject();
        if (failure == null && out.size() - before > valueLimit && !snapshot.gathered())
            throw new LimitExceeded("the outcome of await \"" + point(snapshot).label() + "\" takes "
                    + (out.size() - before) + " bytes; the limit is " + valueLimit
                    + "; return a reference to it instead, or raise the limit with Limits");
    }

    private static Point point(Snapshot snapshot) {
        var top = snapshot.stack().get(snapshot.stack().size() - 1);
        return top.layout().point(top.point());
    }

    /** What came of a run. */
    public byte[] result(Type type, Outcome outcome) {
        var out = new JsonWriter().beginObject();
        if (outcome.failure() != null) values.encode(Throwable.class, outcome.failure(), out.name("err"));
        else if (type == void.class) out.name("ok").nothing();
        else values.encode(type, outcome.value(), out.name("ok"));
        return out.endObject().toBytes();
    }

    /** Reads what came of a run. */
    public Outcome result(Type type, byte[] text) {
        var object = Json.parse(text).object();
        var failure = object.get("err");
        if (failure != null) return Outcome.failed(failure(failure));
        return Outcome.of(value(type, Members.need(object, "ok")));
    }

    /** A value on its own, such as a signal's. */
    public byte[] value(Type type, @Nullable Object value) {
        var out = new JsonWriter();
        values.encode(type, value, out);
        return out.toBytes();
    }

    /** Reads a value on its own. */
    public @Nullable Object value(Type type, byte[] text) {
        return value(type, Json.parse(text));
    }

    private @Nullable Object value(Type type, Json json) {
        return type == void.class ? null : values.decode(type, json);
    }

    private Throwable failure(Json json) {
        var failure = values.decode(Throwable.class, json);
        if (failure == null) throw json.mismatch("an exception");
        return (Throwable) failure;
    }

    /** The arguments of a run that is about to be started, as JSON. */
    public byte[] arguments(Layout layout, Frame frame) {
        var out = new JsonWriter().beginObject();
        var slots = new Slots(out, values);
        for (int slot : layout.point(0).resumeSlots()) frame.save(slot, slots);
        return out.endObject().toBytes();
    }
}
