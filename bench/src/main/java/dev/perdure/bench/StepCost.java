package dev.perdure.bench;

import dev.perdure.machine.Frame;
import dev.perdure.machine.Outcome;
import dev.perdure.spi.AwaitSpec;
import dev.perdure.spi.Source;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a method's own code costs as a state machine: a loop of a hundred awaits, per await. {@code bench/run jmh StepCost}.
 *
 * <p>{@code plain} is the user's method as javac compiled it, its awaits run on the spot; {@code machine} is the machine of the same
 * method, stepped, each outcome handed over at once. Both make the same calls and the same description of each await; neither
 * has an engine or a store. {@code bare} is the loop written without any await.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class StepCost {
    private static final int AWAITS = 100;

    private final BenchFlow.Steps steps = new BenchFlow.Steps() {};
    private final BenchFlow flow = new BenchFlow(steps);
    private dev.perdure.spi.@Nullable Scope before;

    /** Lets awaits run on the spot. */
    @Setup
    public void bind() {
        before = dev.perdure.spi.Scope.bind(new OnTheSpot());
    }

    /** Lets them no more. */
    @TearDown
    public void unbind() {
        dev.perdure.spi.Scope.bind(before);
    }

    /** The method itself. */
    @Benchmark
    @OperationsPerInvocation(AWAITS)
    public long plain() {
        return flow.chain(AWAITS, BenchFlow.INPUT);
    }

    /** Its machine. */
    @Benchmark
    @OperationsPerInvocation(AWAITS)
    public @Nullable Object machine() throws Throwable {
        return run(BenchFlow_chain_Machine.$begin(flow, AWAITS, BenchFlow.INPUT));
    }

    /** The method with a hundred awaits one after the other. */
    @Benchmark
    @OperationsPerInvocation(AWAITS)
    public long longPlain() {
        return flow.hundred(1);
    }

    /** Its machine, of some two hundred blocks. */
    @Benchmark
    @OperationsPerInvocation(AWAITS)
    public @Nullable Object longMachine() throws Throwable {
        return run(BenchFlow_hundred_Machine.$begin(flow, 1));
    }

    /** The loop without any await. */
    @Benchmark
    @OperationsPerInvocation(AWAITS)
    public long bare() {
        long sum = BenchFlow.INPUT.length();
        for (int i = 0; i < AWAITS; i++) sum = steps.next(sum);
        return sum;
    }

    private static @Nullable Object run(Frame frame) throws Throwable {
        while (frame.step() != Frame.RETURN) frame.deliver(Outcome.of(call(frame.awaited())));
        return frame.result();
    }

    private static <T extends @Nullable Object> T call(AwaitSpec<T> spec) throws Exception {
        if (spec.source() instanceof Source.Run<T> run) return run.call().call();
        throw new IllegalArgumentException("no call: " + spec.source());
    }

    private static final class OnTheSpot implements dev.perdure.spi.Scope {
        @Override
        public String runId() {
            return "run";
        }

        @Override
        public String idempotencyKey() {
            return "key";
        }

        @Override
        public <T extends @Nullable Object> T await(AwaitSpec<T> spec) throws Exception {
            return call(spec);
        }
    }
}
