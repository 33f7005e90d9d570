package dev.perdure.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON text as UTF-8 into memory: no reflection, no intermediate strings. Commas are set by itself; that names and
 * values alternate in objects is up to the caller. Lone surrogates, which UTF-8 cannot express, are escaped, so every Java
 * string comes back as it was. Confined to one thread.
 */
public final class JsonWriter {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes;
    private int size;
    private boolean comma;

    /** An empty text. */
    public JsonWriter() {
        this(256);
    }

    /** An empty text with room for this many bytes. */
    public JsonWriter(int capacity) {
        bytes = new byte[Math.max(16, capacity)];
    }

    /** How many bytes have been written. */
    public int size() {
        return size;
    }

    /** A copy of what has been written. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** A copy of a part of what has been written. */
    public byte[] slice(int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    /** Whether a part of what has been written is these bytes. */
    public boolean sliceEquals(int from, int to, byte[] other) {
        return Arrays.equals(bytes, from, to, other, 0, other.length);
    }

    /** Takes back everything behind this size, which must have been a place where a value could stand. */
    public void truncate(int to, boolean commaBefore) {
        size = to;
        comma = commaBefore;
    }

    /** Begins an object. */
    public JsonWriter beginObject() {
        separate();
        put('{');
        comma = false;
        return this;
    }

    /** Ends an object. */
    public JsonWriter endObject() {
        put('}');
        comma = true;
        return this;
    }

    /** Begins an array. */
    public JsonWriter beginArray() {
        separate();
        put('[');
        comma = false;
        return this;
    }

    /** Ends an array. */
    public JsonWriter endArray() {
        put(']');
        comma = true;
        return this;
    }

    /** The name of the next value of an object. */
    public JsonWriter name(String name) {
        separate();
        quoted(name);
        put(':');
        comma = false;
        return this;
    }

    /** A string, or null. */
    public JsonWriter string(@Nullable String value) {
        if (value == null) return nothing();
        separate();
        quoted(value);
        comma = true;
        return this;
    }

    /** A whole number. */
    public JsonWriter number(long value) {
        separate();
        if (value == Long.MIN_VALUE) ascii("-9223372036854775808");
        else digits(value);
        comma = true;
        return this;
    }

    /** A floating-point number; infinities and NaN, which JSON has no numbers for, as strings. */
    public JsonWriter number(double value) {
        return floating(Double.toString(value), Double.isFinite(value));
    }

    /** A floating-point number; infinities and NaN, which JSON has no numbers for, as strings. */
    public JsonWriter number(float value) {
        return floating(Float.toString(value), Float.isFinite(value));
    }

    /** True or false. */
    public JsonWriter bool(boolean value) {
        separate();
        ascii(value ? "true" : "false");
        comma = true;
        return this;
    }

    /** The JSON null. */
    public JsonWriter nothing() {
        return raw(NULL);
    }

    /** A value that is JSON text already. */
    public JsonWriter raw(byte[] json) {
        separate();
        bytes(json);
        comma = true;
        return this;
    }

    /** Text as it is, which ends where a value or, after an opening, none has ended. */
    public JsonWriter splice(byte[] text, boolean commaAfter) {
        separate();
        bytes(text);
        comma = commaAfter;
        return this;
    }

    private JsonWriter floating(String text, boolean finite) {
        separate();
        if (finite) ascii(text);
        else quoted(text);
        comma = true;
        return this;
    }

    private void separate() {
        if (comma) put(',');
    }

    private void digits(long value) {
        ensure(20);
        if (value < 0) bytes[size++] = '-';
        long rest = Math.abs(value);
        int length = 1;
        for (long power = rest; power >= 10; power /= 10) length++;
        for (int i = size + length - 1; i >= size; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += length;
    }

    private void quoted(String text) {
        int length = text.length();
        ensure(length + 2);
        bytes[size++] = '"';
        int i = 0;
        for (; i < length; i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') break;
            bytes[size++] = (byte) c;
        }
        if (i < length) rest(text, i);
        put('"');
    }

    private void rest(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            ensure(6);
            if (c < ' ' || c == '"' || c == '\\' || c == 0x7f) {
                escape(c);
            } else if (c < 0x80) {
                bytes[size++] = (byte) c;
            } else if (c < 0x800) {
                bytes[size++] = (byte) (0xc0 | (c >> 6));
                bytes[size++] = (byte) (0x80 | (c & 0x3f));
            } else if (!Character.isSurrogate(c)) {
                bytes[size++] = (byte) (0xe0 | (c >> 12));
                bytes[size++] = (byte) (0x80 | ((c >> 6) & 0x3f));
                bytes[size++] = (byte) (0x80 | (c & 0x3f));
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                pair(Character.toCodePoint(c, text.charAt(++i)));
            } else {
                unicode(c);
            }
        }
    }

    private void pair(int codePoint) {
        bytes[size++] = (byte) (0xf0 | (codePoint >> 18));
        bytes[size++] = (byte) (0x80 | ((codePoint >> 12) & 0x3f));
        bytes[size++] = (byte) (0x80 | ((codePoint >> 6) & 0x3f));
        bytes[size++] = (byte) (0x80 | (codePoint & 0x3f));
    }

    private void escape(char c) {
        char letter = switch (c) {
            case '"' -> '"';
            case '\\' -> '\\';
            case '\n' -> 'n';
            case '\r' -> 'r';
            case '\t' -> 't';
            default -> 0;
        };
        if (letter == 0) {
            unicode(c);
        } else {
            bytes[size++] = '\\';
            bytes[size++] = (byte) letter;
        }
    }

    private void unicode(char c) {
        bytes[size++] = '\\';
        bytes[size++] = 'u';
        for (int shift = 12; shift >= 0; shift -= 4) bytes[size++] = HEX[(c >> shift) & 0xf];
    }

    private void ascii(String text) {
        ensure(text.length());
        for (int i = 0; i < text.length(); i++) bytes[size++] = (byte) text.charAt(i);
    }

    private void bytes(byte[] more) {
        ensure(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    private void put(char c) {
        ensure(1);
        bytes[size++] = (byte) c;
    }

    private void ensure(int more) {
        if (size + more > bytes.length) bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }

    @Override
    public String toString() {
        return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }
}
