package dev.perdure.bench;

import dev.perdure.codec.JsonCodec;
import dev.perdure.codec.JsonWriter;
import dev.perdure.machine.Types;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What it takes to write a value as a checkpoint holds it: {@code bench/run jmh CodecCost}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CodecCost {
    private static final Type PARCELS = Types.of(List.class, Parcel.class);

    private final JsonCodec codec = new JsonCodec();
    private final Parcel parcel =
            new Parcel("KET-017", "Kettle 1.7 l", 3, new BigDecimal("39.90"), Instant.parse("2026-11-20T08:00:00Z"));
    private final List<Parcel> parcels = Collections.nCopies(100, parcel);

    /** A record of five components. */
    @Benchmark
    public byte[] oneRecord() {
        return written(Parcel.class, parcel);
    }

    /** A list of a hundred of them. */
    @Benchmark
    public byte[] hundredRecords() {
        return written(PARCELS, parcels);
    }

    private byte[] written(Type type, Object value) {
        var out = new JsonWriter();
        codec.encode(type, value, out);
        return out.toBytes();
    }

    /** A value of the usual kinds. */
    public record Parcel(String sku, String item, int pieces, BigDecimal price, Instant packedAt) {}
}
