package dev.perdure.engine.method;

import dev.perdure.machine.Contract;
import dev.perdure.machine.Frame;
import dev.perdure.machine.Layout;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Stands for a method that is leaving by an exception, while its undos run above it; then it throws the exception. */
public final class Unwinding extends Frame {
    /** The one point that matters: an undo was called. */
    public static final int UNDO = 1;

    /** One slot: the exception. */
    public static final Layout LAYOUT = Layout.of(
                    Contract.VERSION, Unwinding.class, "@unwinding", "Undo", Unwinding::new)
            .slot("failure", Throwable.class)
            .point("@start", 0, 0, 0, null, new int[] {0}, void.class)
            .point("undo", 0, 0, 1, new int[] {0}, new int[] {0}, void.class)
            .isStatic()
            .build();

    private @Nullable Throwable failure;

    /** To be loaded. */
    public Unwinding() {}

    /** For a method that threw this. */
    public Unwinding(Throwable failure) {
        this.failure = failure;
        restoreAt(UNDO);
    }

    @Override
    public Layout layout() {
        return LAYOUT;
    }

    @Override
    protected int $run() throws Throwable {
        var thrown = Objects.requireNonNull(failure, "failure");
        try {
            $take();
        } catch (Throwable ofUndo) {
            if (ofUndo != thrown) thrown.addSuppressed(ofUndo);
        }
        throw thrown;
    }

    @Override
    public void $bind(@Nullable Object self) {}

    @Override
    public @Nullable Object $get(int slot) {
        return failure;
    }

    @Override
    public void $set(int slot, @Nullable Object value) {
        failure = (Throwable) value;
    }
}
