package dev.perdure.machine;

import dev.perdure.Await;
import dev.perdure.Call;
import dev.perdure.Undo;
import dev.perdure.spi.AwaitSpec;
import dev.perdure.spi.Source;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One activation of a durable method: the block it is at and the locals that outlive a block. The processor generates a
 * subclass for every durable method; the engine drives it:
 *
 * <ol>
 *   <li>{@link #step} runs blocks until an await or a call is reached, or the method ends;
 *   <li>the engine runs what is awaited, records its {@link Outcome} together with the slots of the point's resume side,
 *   <li>and hands it back by {@link #deliver}, which moves the frame to the point's resume block.
 * </ol>
 *
 * <p>Members used by generated code carry a {@code $}, so that they never meet a user's local. Confined to one thread at a
 * time.
 */
public abstract class Frame {
    /** The frame is at {@link #awaited}; the engine runs it. */
    public static final int AWAIT = 1;
    /** The frame called {@link #callee}; the engine pushes it. */
    public static final int CALL = 2;
    /** The method has returned {@link #result}. */
    public static final int RETURN = 3;

    /** The block that runs next, or is running. */
    protected int $state;

    /** The exception that brought control to a handler block. */
    protected @Nullable Throwable $thrown;

    private int point;
    private @Nullable AwaitSpec<?> awaited;
    private @Nullable Frame callee;
    private @Nullable Object result;
    private @Nullable Outcome delivered;

    // ---- what the processor generates

    /** The description of this method's points and slots; one per class. */
    public abstract Layout layout();

    /** Runs blocks from {@link #$state} on; returns {@link #AWAIT}, {@link #CALL} or {@link #RETURN}. */
    protected abstract int $run() throws Throwable;

    /** Gives the frame the instance that its method belongs to; static methods ignore it. */
    public abstract void $bind(@Nullable Object self);

    /** A slot's value, boxed. */
    public abstract @Nullable Object $get(int slot);

    /** Sets a slot from a boxed value; null clears a slot of reference type and zeroes a primitive one. */
    public abstract void $set(int slot, @Nullable Object value);

    // ---- what generated code calls

    /** Reaches an await. */
    protected final int $await(int point, Await<?, ?> await) {
        return $await(point, await.spec());
    }

    /** Reaches an await given as data, such as a call of a {@code @Step} method. */
    protected final int $await(int point, AwaitSpec<?> spec) {
        this.point = point;
        this.awaited = spec;
        return AWAIT;
    }

    /** Reaches {@code sleep}. */
    protected final int $sleep(int point, Duration duration) {
        return $await(point, AwaitSpec.of(new Source.Delay<>(Objects.requireNonNull(duration, "duration"))));
    }

    /** Reaches {@code sleepUntil}. */
    protected final int $sleepUntil(int point, Instant moment) {
        return $await(point, AwaitSpec.of(new Source.Until<>(Objects.requireNonNull(moment, "moment"))));
    }

    /** Calls another durable method. */
    protected final int $call(int point, Frame callee) {
        this.point = point;
        this.callee = callee;
        return CALL;
    }

    /** The lambda of a branch, as its frame: entry not yet run, captured values set. */
    protected final <T extends @Nullable Object, X extends Exception> Call<T, X> $body(Frame frame) {
        frame.restoreAt(0);
        return new FrameCall<>(frame);
    }

    /** The lambda of an undo, as its frame; its parameter is this slot, or -1 if it has no use for it. */
    protected final <T extends @Nullable Object> Undo<T> $undo(Frame frame, int slot) {
        frame.restoreAt(0);
        return new FrameUndo<>(frame, slot);
    }

    /** Ends the method. */
    protected final int $return(@Nullable Object value) {
        this.result = value;
        return RETURN;
    }

    /** Takes the outcome of the point that the frame was at: its value, or what was thrown. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"}) // the processor knows the type
    protected final <T extends @Nullable Object> T $take() throws Throwable {
        var outcome = delivered;
        if (outcome == null) throw new IllegalStateException("no outcome was delivered at block " + $state);
        delivered = null;
        if (outcome.failure() != null) throw outcome.failure();
        return (T) outcome.value();
    }

    /** Throws without declaring it, for code that has shown before that it may. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    protected static <X extends Throwable> RuntimeException $sneak(Throwable failure) throws X {
        throw (X) failure;
    }

    /** What to throw where a slot is asked for that the method has not. */
    protected final IllegalArgumentException $noSlot(int slot) {
        return new IllegalArgumentException("no slot " + slot);
    }

    /** What to throw where the frame is at a block that the method has not. */
    protected final IllegalStateException $noBlock() {
        return new IllegalStateException("no block " + $state);
    }

    /** The handler block of the block that threw, or the exception itself where there is none. */
    protected final int $unwind(Throwable failure, int[] handlers) throws Throwable {
        var handler = handlers[$state];
        if (handler < 0) throw failure;
        $thrown = failure;
        return handler;
    }

    /** A boolean slot's value from its boxed form. */
    protected static boolean $boolean(@Nullable Object value) {
        return value != null && (Boolean) value;
    }

    /** A byte slot's value from its boxed form. */
    protected static byte $byte(@Nullable Object value) {
        return value == null ? 0 : (Byte) value;
    }

    /** A short slot's value from its boxed form. */
    protected static short $short(@Nullable Object value) {
        return value == null ? 0 : (Short) value;
    }

    /** An int slot's value from its boxed form. */
    protected static int $int(@Nullable Object value) {
        return value == null ? 0 : (Integer) value;
    }

    /** A char slot's value from its boxed form. */
    protected static char $char(@Nullable Object value) {
        return value == null ? 0 : (Character) value;
    }

    /** A long slot's value from its boxed form. */
    protected static long $long(@Nullable Object value) {
        return value == null ? 0 : (Long) value;
    }

    /** A float slot's value from its boxed form. */
    protected static float $float(@Nullable Object value) {
        return value == null ? 0 : (Float) value;
    }

    /** A double slot's value from its boxed form. */
    protected static double $double(@Nullable Object value) {
        return value == null ? 0 : (Double) value;
    }

    // ---- what the engine calls

    /** Writes a slot by its static type. */
    public final void save(int slot, SlotWriter out) {
        layout().slots().get(slot).write(out, $get(slot));
    }

    /** Reads a slot by its static type. */
    public final void load(int slot, SlotReader in) {
        $set(slot, layout().slots().get(slot).read(in));
    }

    /** Reads a slot that was saved with a narrower type; see {@link Widening}. */
    public final void load(int slot, SlotReader in, Type saved) {
        var known = layout().slots().get(slot);
        $set(slot, Widening.widened(new Slot(known.name(), saved).read(in), known.type()));
    }

    /** Runs until the next await, call or end; what the method throws comes out of here. */
    public final int step() throws Throwable {
        return $run();
    }

    /** The index of the point that the frame is at. */
    public final int point() {
        return point;
    }

    /** What is awaited, after {@link #AWAIT}. */
    public final AwaitSpec<?> awaited() {
        if (awaited == null) throw new IllegalStateException("the frame is not at an await");
        return awaited;
    }

    /** The frame that was called, after {@link #CALL}. */
    public final Frame callee() {
        if (callee == null) throw new IllegalStateException("the frame is not at a call");
        return callee;
    }

    /** What the method returned, boxed, after {@link #RETURN}. */
    public final @Nullable Object result() {
        return result;
    }

    /** Hands over the outcome of the current point and moves to its resume block. */
    public final void deliver(Outcome outcome) {
        delivered = outcome;
        awaited = null;
        callee = null;
        $state = layout().point(point).resumeBlock();
    }

    /** Moves a frame whose slots were just loaded to a point: before what is awaited there is issued. */
    public final void restoreBefore(int point) {
        this.point = point;
        $state = layout().point(point).issueBlock();
    }

    /** Moves a frame whose slots were just loaded to a point, to wait for an outcome there. */
    public final void restoreAt(int point) {
        this.point = point;
        $state = layout().point(point).resumeBlock();
    }
}
