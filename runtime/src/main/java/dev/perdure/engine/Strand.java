package dev.perdure.engine;

import dev.perdure.CancelledException;
import dev.perdure.codec.Json;
import dev.perdure.codec.JsonWriter;
import dev.perdure.engine.checkpoint.Pending;
import dev.perdure.engine.checkpoint.Saved.SavedGroup;
import dev.perdure.engine.checkpoint.Side;
import dev.perdure.engine.checkpoint.Tries;
import dev.perdure.engine.checkpoint.Waiting;
import dev.perdure.engine.method.Unwinding;
import dev.perdure.machine.Frame;
import dev.perdure.machine.Outcome;
import dev.perdure.spi.AwaitSpec;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of control of a run: its method, or a branch of a group that it awaits. A branch of a single await has no frames:
 * it is described by the code of the group. Confined to the turns of its run.
 */
final class Strand {
    /** What a strand is doing. */
    enum State {
        /** Its code runs, in this turn. */
        MOVING,
        /** A call is under way, on a thread of its own. */
        CALLING,
        /** It waits for time or for something to arrive. */
        WAITING,
        /** Its await has an outcome, which is to be durable before it goes on. */
        RECORDED,
        /** It awaits its branches. */
        GROUPED,
        /** It is over. */
        ENDED
    }

    final LiveRun run;
    final @Nullable Strand parent;
    final int index;
    final List<Frame> stack = new ArrayList<>(2);
    final List<Pending> undos = new ArrayList<>(0);
    State state = State.MOVING;

    /** How many awaits have got an outcome. */
    long visits;

    /** What has been tried at the await that is reached, or will be reached first. */
    @Nullable
    Tries tries;

    /** What is awaited now. */
    @Nullable
    AwaitSpec<?> spec;

    /** What is waited for, where that is saved by itself. */
    @Nullable
    Waiting waiting;

    /** Whether that is written, or about to be. */
    boolean noted;

    /** When the wait is over by time. */
    @Nullable
    Instant due;

    /** The outcome of the current await, until it is durable and delivered. */
    @Nullable
    Outcome recorded;

    /** Whether the outcome is that of a group. */
    boolean gathered;

    /** The call under way. */
    @Nullable
    Attempt attempt;

    /** The branches that are awaited. */
    @Nullable
    Branches group;

    /** What a checkpoint says of the group that will be reached first. */
    @Nullable
    SavedGroup savedGroup;

    /** To be thrown at the next await that is not an undo's, or when the call under way has ended. */
    @Nullable
    CancelledException cancel;

    /** Whether this branch was told that it is no longer needed. */
    boolean cancelling;

    /** A callback token whose hash is being written, before it is handed over. */
    @Nullable
    String secret;

    /** What the await fails with as soon as the tokens that were handed over are void. */
    @Nullable
    Throwable givenUp;

    /** Whether what is awaited is being voided; see {@link Voiding}. */
    boolean voiding;

    /** How it was last written, for a branch; see {@link #written}. */
    byte @Nullable [] image;

    /** What a branch was brought back from, if it was, and has not been written since. */
    Json.@Nullable Obj restored;

    Strand(LiveRun run, @Nullable Strand parent, int index) {
        this.run = run;
        this.parent = parent;
        this.index = index;
    }

    /** How a branch was last written, in this life or the one before; null if it never was. */
    byte @Nullable [] written() {
        if (image == null && restored != null) {
            var out = new JsonWriter();
            restored.write(out);
            image = out.toBytes();
        }
        return image;
    }

    /** Keeps a secret in memory, and so the run, until it is handed over. */
    void keepSecret(String fresh) {
        secret = fresh;
        run.calling++;
    }

    /** Keeps the run in memory until it is known what can still come. */
    void beginVoiding() {
        if (voiding) return;
        voiding = true;
        run.calling++;
    }

    void endVoiding() {
        if (!voiding) return;
        voiding = false;
        run.calling--;
    }

    void dropSecret() {
        if (secret == null) return;
        secret = null;
        run.calling--;
    }

    boolean isMain() {
        return parent == null;
    }

    Frame top() {
        return stack.get(stack.size() - 1);
    }

    /** The frame whose code awaits: of a branch of a single await, that of the group. */
    Frame nearest() {
        return stack.isEmpty() && parent != null ? parent.nearest() : top();
    }

    /** The label of the await that it is at. */
    String label() {
        if (stack.isEmpty()) return parent == null ? "" : parent.label() + "[" + index + "]";
        var top = top();
        return top.layout().point(top.point()).label();
    }

    /** The place of the current await, for messages. */
    String where() {
        if (stack.isEmpty() && parent == null) return "run \"" + run.id + "\"";
        var frame = nearest();
        var layout = frame.layout();
        int line = layout.point(frame.point()).line();
        return "await \"" + label() + "\" (" + layout.file() + ":" + line + ") of run \"" + run.id + "\"";
    }

    /** The key of the current await in this visit. */
    String key() {
        if (parent == null) return run.id + "-" + visits;
        var branch = parent.key() + "." + index;
        return stack.isEmpty() ? branch : branch + "-" + visits;
    }

    /** The indexes from the run's method to here, such as {@code 3.1}. */
    String path() {
        if (parent == null) return "";
        return parent.parent == null ? Integer.toString(index) : parent.path() + "." + index;
    }

    /** The type of what is awaited. */
    Type resultType() {
        if (!stack.isEmpty()) {
            var top = top();
            return top.layout().point(top.point()).resultType();
        }
        return parent == null || parent.group == null ? void.class : parent.group.type(index);
    }

    /** Whether the outcome of the current await is that of the strand, with no code of the user in between. */
    boolean atTail() {
        if (!undos.isEmpty()) return false;
        for (Frame frame : stack) if (!frame.layout().isTail(frame.point())) return false;
        return true;
    }

    /** On which side of its point it would be saved now. */
    Side side() {
        return recorded != null || waiting != null ? Side.RESUME : Side.ISSUE;
    }

    /** Whether it can be saved as it stands. */
    boolean saveable() {
        if (side() == Side.RESUME) return true;
        if (stack.isEmpty()) return parent != null && parent.saveable();
        var top = top();
        return top.layout().point(top.point()).issueSlots() != null;
    }

    /** Whether it was cancelled, but has not heard of it yet: after a crash it is cancelled again. */
    boolean cancelPending() {
        return cancel != null || (group != null && group.cancelled);
    }

    /** The cancellation that this strand is to hear of now, if there is one; it is told once. */
    @Nullable
    CancelledException takeCancel() {
        if (cancel == null || unwinding()) return null;
        var told = cancel;
        cancel = null;
        return told;
    }

    /** Whether undos are running: they are not cancelled. */
    boolean unwinding() {
        for (Frame frame : stack) if (frame instanceof Unwinding) return true;
        return false;
    }
}
