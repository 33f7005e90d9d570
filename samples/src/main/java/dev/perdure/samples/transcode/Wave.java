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
        var file = header(LINEAR, 2, samples);
        for (int i = 0; i < samples; i++)
            file.putShort((short) (20_000 * Math.sin(2 * Math.PI * hertz * i / RATE)));
        return file.array();
    }

    /** The same sound in half the space. */
    static byte[] toUlaw(byte[] linear) throws IOException {
        var in = ByteBuffer.wrap(linear).order(ByteOrder.LITTLE_ENDIAN);
        if (linear.length < HEADER || in.getShort(20) != LINEAR || in.getShort(34) != 16)
            throw new IOException("not a 16-bit linear WAV file");
        in.position(HEADER);
        var out = header(ULAW, 1, in.remaining() / 2);
        while (in.remaining() >= 2) out.put(ulaw(in.getShort()));
        return out.array();
    }

    /** Sign, exponent of the magnitude, four bits of mantissa; all inverted. */
    private static byte ulaw(short sample) {
        var sign = sample < 0 ? 0x80 : 0;
        var magnitude = Math.min(CLIP, Math.abs((int) sample)) + BIAS;
        var exponent = 31 - Integer.numberOfLeadingZeros(magnitude) - 7;
        var mantissa = magnitude >> (exponent + 3) & 0x0f;
        return (byte) ~(sign | exponent << 4 | mantissa);
    }

    private static ByteBuffer header(int format, int sampleBytes, int samples) {
        var data = samples * sampleBytes;
        return ByteBuffer.allocate(HEADER + data)
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
