package dev.perdure.processor.emit;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.NavigableMap;
import java.util.StringTokenizer;
import java.util.TreeMap;

/**
 * Makes a class file name the lines of another source file, so that stack traces and debuggers show the user's code. Knows
 * of the format just what stands in the way to the line tables.
 */
final class ClassLines {
    private static final int HEADER = 8;
    private static final int LONGEST_LINE = 0xffff;

    private final String from;
    private final String to;
    private final NavigableMap<Integer, Integer> lines = new TreeMap<>();
    private int lineTableName = -1;
    private int codeName = -1;

    /**
     * An editor of the classes compiled from one file.
     *
     * @param from the file that the class names now
     * @param to the file that it shall name
     * @param table pairs of lines, as in a layout
     * @param otherwise the line for code that stems from no line
     */
    ClassLines(String from, String to, String table, int otherwise) {
        this.from = from;
        this.to = to;
        lines.put(0, otherwise);
        for (var pairs = new StringTokenizer(table, ": "); pairs.hasMoreTokens(); )
            lines.put(Integer.parseInt(pairs.nextToken()), Integer.parseInt(pairs.nextToken()));
    }

    /** The class file with the other file's name and lines. */
    byte[] edited(byte[] file) throws IOException {
        var in = new DataInputStream(new java.io.ByteArrayInputStream(file));
        var bytes = new ByteArrayOutputStream(file.length + to.length());
        var out = new DataOutputStream(bytes);
        out.write(in.readNBytes(HEADER));
        constants(in, out);
        var rest = ByteBuffer.wrap(in.readAllBytes());
        members(rest);
        out.write(rest.array());
        return bytes.toByteArray();
    }

    private void constants(DataInputStream in, DataOutputStream out) throws IOException {
        int count = in.readUnsignedShort();
        out.writeShort(count);
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            out.writeByte(tag);
            if (tag == 1) {
                var text = in.readUTF();
                if (text.equals("LineNumberTable")) lineTableName = i;
                if (text.equals("Code")) codeName = i;
                out.writeUTF(text.equals(from) ? to : text);
            } else {
                out.write(in.readNBytes(length(tag)));
                if (tag == 5 || tag == 6) i++; // Long and double take two places.
            }
        }
    }

    private static int length(int tag) throws IOException {
        return switch (tag) {
            case 7, 8, 16, 19, 20 -> 2;
            case 15 -> 3;
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
            case 5, 6 -> 8;
            default -> throw new IOException("no class file: constant of kind " + tag);
        };
    }

    private void members(ByteBuffer rest) {
        rest.position(6);
        int interfaces = unsigned(rest);
        skip(rest, 2 * interfaces);
        for (int kind = 0; kind < 2; kind++) {
            int count = unsigned(rest);
            for (int i = 0; i < count; i++) {
                skip(rest, 6);
                attributes(rest);
            }
        }
    }

    private void attributes(ByteBuffer rest) {
        int count = unsigned(rest);
        for (int i = 0; i < count; i++) {
            int name = unsigned(rest);
            int length = rest.getInt();
            int end = rest.position() + length;
            if (name == codeName) code(rest);
            else if (name == lineTableName) lineTable(rest);
            rest.position(end);
        }
    }

    private void code(ByteBuffer rest) {
        skip(rest, 4);
        skip(rest, rest.getInt());
        int handlers = unsigned(rest);
        skip(rest, 8 * handlers);
        attributes(rest);
    }

    private void lineTable(ByteBuffer rest) {
        int count = unsigned(rest);
        for (int i = 0; i < count; i++) {
            int at = rest.position() + 2;
            int line = rest.getShort(at) & LONGEST_LINE;
            rest.putShort(at, (short) lines.floorEntry(line).getValue().intValue());
            skip(rest, 4);
        }
    }

    private static int unsigned(ByteBuffer rest) {
        return rest.getShort() & 0xffff;
    }

    private static void skip(ByteBuffer rest, int bytes) {
        rest.position(rest.position() + bytes);
    }
}
