package dev.perdure.engine;

import dev.perdure.engine.checkpoint.Memory;
import dev.perdure.engine.checkpoint.Tries;
import dev.perdure.engine.seam.Scheduler;
import dev.perdure.machine.Frame;
import dev.perdure.machine.Layout;
import dev.perdure.spi.AwaitSpec;
import dev.perdure.store.Lease;
import dev.perdure.store.RunImage.Letter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run while it is in memory. Its frames are confined to whoever moves it: one worker at a time, handed on through the
 * committer and the scheduler. Only what stands behind the lock is shared with those that stop it.
 */
final class LiveRun {
    final String id;
    final String method;
    final Lease lease;
    final List<Frame> stack = new ArrayList<>(2);
    final List<Letter> mailbox = new ArrayList<>(0);

    /** How many awaits have got an outcome. */
    long visits;

    /** How many parts stand behind the whole checkpoint in the store. */
    int parts;

    /** What the store holds of a large checkpoint, or null if the next one is to be written whole. */
    @Nullable
    Memory memory;

    /** What has been tried at the await that is reached, or will be reached first. */
    @Nullable
    Tries tries;

    /** What is awaited now. */
    @Nullable
    AwaitSpec<?> spec;

    /** Whether it may be what killed the process, and so holds others up; see {@link Suspects}. */
    boolean suspect;

    private @Nullable Thread worker;
    private Scheduler.@Nullable Timer timer;
    private boolean stopped;

    LiveRun(String id, String method, Lease lease) {
        this.id = id;
        this.method = method;
        this.lease = lease;
    }

    Frame top() {
        return stack.get(stack.size() - 1);
    }

    /** The layout of the method that the run was started with. */
    Layout layout() {
        return stack.get(0).layout();
    }

    /** The label of the point that the run is at. */
    String label() {
        var top = top();
        return top.layout().point(top.point()).label();
    }

    /** The place of the current await, for messages. */
    String where() {
        if (stack.isEmpty()) return "run \"" + id + "\"";
        var layout = top().layout();
        var point = layout.point(top().point());
        return "await \"" + point.label() + "\" (" + layout.file() + ":" + point.line() + ") of run \"" + id + "\"";
    }

    /** Whether the outcome of the current await is that of the run, with no code of the user in between. */
    boolean atTail() {
        for (Frame frame : stack) if (!frame.layout().isTail(frame.point())) return false;
        return true;
    }

    /** A worker takes the run; false if the run was stopped and must be left alone. */
    synchronized boolean enter() {
        timer = null;
        if (stopped) return false;
        worker = Thread.currentThread();
        return true;
    }

    /** The worker lets go of the run; an interrupt that was meant for it does not outlive this. */
    synchronized void leave() {
        worker = null;
        if (stopped) Thread.interrupted();
    }

    /** Waits in memory; false if the run was stopped. */
    synchronized boolean sleep(Scheduler scheduler, Duration delay, Runnable wake) {
        if (stopped) return false;
        timer = scheduler.schedule(delay, wake);
        return true;
    }

    /** Whether the run waits in memory; if so it is stopped, and the caller gives it back. */
    synchronized boolean stopIfAsleep() {
        if (stopped || timer == null) return false;
        timer.cancel();
        stopped = true;
        return true;
    }

    /** Stops the run: its worker is interrupted, and what comes of it is dropped. */
    synchronized void stop() {
        stopped = true;
        if (timer != null) timer.cancel();
        if (worker != null) worker.interrupt();
    }

    synchronized boolean stopped() {
        return stopped;
    }
}
