package dev.perdure.samples.transcode;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Sound files: 16-bit linear in, 8-bit µ-law (ITU-T G.711) out, one channel, 8 kHz. */
final class Wave {
    private static final int HEADER = 44;
    private static final int RATE = 8000;
    private static final int LINEAR = 1;
    private static final int ULAW = 7;
    private static final int BIAS = 0x84;
    private static final int CLIP = 32_635;

    private Wave() {}

    /** A tone of this pitch. */
    static byte[] tone(double hertz, double seconds) {
        var samples = (int) (RATE * seconds);
        var file = new byte[HEADER + 2 * samples];
        var out = header(file, LINEAR, 2);
        for (int i = 0; i < samples; i++) out.putShort((short) (20_000 * Math.sin(2 * Math.PI * hertz * i / RATE)));
        return file;
    }

    /** The same sound in half the space. */
    static byte[] toUlaw(byte[] linear) throws IOException {
        var in = ByteBuffer.wrap(linear).order(ByteOrder.LITTLE_ENDIAN);
        if (linear.length < HEADER || in.getShort(20) != LINEAR || in.getShort(34) != 16)
            throw new IOException("not a 16-bit linear WAV file");
        in.position(HEADER);
        var file = new byte[HEADER + in.remaining() / 2];
        var out = header(file, ULAW, 1);
        while (in.remaining() >= 2) out.put(ulaw(in.getShort()));
        return file;
    }

    /** Sign, exponent of the magnitude, four bits of mantissa; all inverted. */
    private static byte ulaw(short sample) {
        var sign = sample < 0 ? 0x80 : 0;
        var magnitude = Math.min(CLIP, Math.abs((int) sample)) + BIAS;
        var exponent = 31 - Integer.numberOfLeadingZeros(magnitude) - 7;
        var mantissa = magnitude >> (exponent + 3) & 0x0f;
        return (byte) ~(sign | exponent << 4 | mantissa);
    }

    /** Writes the header of a file of this size; what is returned stands behind it. */
    private static ByteBuffer header(byte[] file, int format, int sampleBytes) {
        var data = file.length - HEADER;
        return ByteBuffer.wrap(file)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(US_ASCII))
                .putInt(HEADER - 8 + data)
                .put("WAVEfmt ".getBytes(US_ASCII))
                .putInt(16)
                .putShort((short) format)
                .putShort((short) 1)
                .putInt(RATE)
                .putInt(RATE * sampleBytes)
                .putShort((short) sampleBytes)
                .putShort((short) (8 * sampleBytes))
                .put("data".getBytes(US_ASCII))
                .putInt(data);
    }
}
