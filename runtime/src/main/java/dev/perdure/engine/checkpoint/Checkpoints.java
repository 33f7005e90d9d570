package dev.perdure.engine.checkpoint;

import dev.perdure.codec.Json;
import dev.perdure.codec.JsonWriter;
import dev.perdure.machine.Frame;
import dev.perdure.machine.Layout;
import dev.perdure.machine.Outcome;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Writes checkpoints, results and signals. Safe for use by many threads. */
public final class Checkpoints {
    /** The version of the format; it grows when an older reader could no longer read what is written. */
    static final int VERSION = 1;

    private final Values values;
    private final Outlines outlines = new Outlines();

    /** Writes values with this codec. */
    public Checkpoints(Values values) {
        this.values = values;
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
    public byte[] whole(Snapshot snapshot) {
        var out = new JsonWriter(512);
        out.beginObject().name("v").number(VERSION).name("n").number(snapshot.visits());
        out.name("t").string(snapshot.now().toString());
        var slots = new Slots(out, values);
        frames(snapshot, out, slots);
        if (snapshot.outcome() != null) outcome(snapshot, snapshot.outcome(), out, slots);
        if (snapshot.waiting() != null) new WaitingFormat(values).write(snapshot.waiting(), resultType(snapshot), out);
        if (snapshot.tries() != null) snapshot.tries().write(out.name("try"));
        return out.endObject().toBytes();
    }

    /** A part that changes nothing but what has been tried; the checkpoint before it stays. */
    public byte[] tries(int number, Tries tries) {
        var out = new JsonWriter();
        out.beginObject().name("v").number(VERSION).name("p").number(number);
        tries.write(out.name("try"));
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
        for (int slot : outline.live()) frame.$save(slot, slots);
        out.endObject().endObject();
    }

    private void outcome(Snapshot snapshot, Outcome outcome, JsonWriter out, Slots slots) {
        out.name("out").beginObject();
        var failure = outcome.failure();
        if (failure != null) {
            values.encode(Throwable.class, failure, out.name("err"));
        } else {
            var type = resultType(snapshot);
            slots.depth(snapshot.stack().size());
            out.name("ok");
            slots.value("out", type, type == void.class ? null : outcome.value()); // void: nobody takes it
        }
        out.endObject();
    }

    static Type resultType(Snapshot snapshot) {
        var top = snapshot.stack().get(snapshot.stack().size() - 1);
        return top.layout().point(top.point()).resultType();
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
        for (int slot : layout.point(0).resumeSlots()) frame.$save(slot, slots);
        return out.endObject().toBytes();
    }
}
