package dev.perdure.engine.checkpoint;

import dev.perdure.codec.JsonWriter;
import dev.perdure.machine.Layout;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is the same in every checkpoint of one side of one point, made once. */
public final class Outlines {
    private static final int DIGITS = 4;

    private final Map<Layout, Outline[]> known = new ConcurrentHashMap<>();

    /**
     * A side of a point.
     *
     * @param live its slots
     * @param fingerprint their types: four hexadecimal digits each, in the order of their names; behind the await also the
     *     type of what it gives
     * @param head the JSON of the frame up to its slots
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Outline(int[] live, String fingerprint, byte[] head) {}

    Outline of(Layout layout, int point, Side side) {
        var outlines =
                known.computeIfAbsent(layout, all -> new Outline[all.points().size() * 2]);
        int index = point * 2 + (side == Side.ISSUE ? 0 : 1);
        var outline = outlines[index];
        if (outline == null) outlines[index] = outline = make(layout, point, side); // harmless if made twice
        return outline;
    }

    private static Outline make(Layout layout, int index, Side side) {
        var point = layout.point(index);
        var live = side.live(point);
        var fingerprint = new StringBuilder();
        Arrays.stream(live)
                .mapToObj(layout.slots()::get)
                .sorted(Comparator.comparing(slot -> slot.name()))
                .forEach(slot -> fingerprint.append(typeHash(slot.type())));
        if (side == Side.RESUME) fingerprint.append(typeHash(point.resultType()));
        var head = new JsonWriter()
                .beginObject()
                .name("m")
                .string(layout.method())
                .name("at")
                .string(point.label())
                .name("side")
                .string(side.text())
                .name("f")
                .string(fingerprint.toString())
                .name("s");
        return new Outline(live, fingerprint.toString(), head.toBytes());
    }

    /** A type in four digits. */
    static String typeHash(Type type) {
        int hash = type.getTypeName().hashCode();
        return String.format("%04x", (hash ^ (hash >>> 16)) & 0xffff);
    }

    /** The digits of the n-th slot in the order of names; empty if the fingerprint is too short. */
    static String digits(String fingerprint, int n) {
        int from = n * DIGITS;
        return fingerprint.length() < from + DIGITS ? "" : fingerprint.substring(from, from + DIGITS);
    }
}
