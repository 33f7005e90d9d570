package dev.perdure.engine;

import dev.perdure.engine.checkpoint.Kin;
import dev.perdure.engine.checkpoint.Memory;
import dev.perdure.engine.seam.Scheduler;
import dev.perdure.machine.Layout;
import dev.perdure.machine.Outcome;
import dev.perdure.store.Change;
import dev.perdure.store.Lease;
import dev.perdure.store.RunImage.Letter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A run while it is in memory. Everything of it happens in turns, one at a time, on whatever thread brings the first task of a
 * turn: frames move, outcomes are taken, writes are begun. Only awaited calls run beside them. What is shared with those that
 * stop the run stands behind the lock.
 */
final class LiveRun {
    final String id;
    final String method;
    final Lease lease;
    final Strand main;
    final List<Letter> mailbox = new ArrayList<>(0);

    /** The greatest number of a signal that is known here. */
    long seen;

    /** How often the process died since the checkpoint that the run was brought back from, which was written then. */
    int crashes;

    Instant savedAt = Instant.EPOCH;

    /** How many parts stand behind the whole checkpoint in the store. */
    int parts;

    /** What the store holds of a large checkpoint, or null if the next one is to be written whole. */
    @Nullable
    Memory memory;

    /** How many calls are under way. */
    int calling;

    /** How often it was said that there may be mail, since it was last looked for. */
    final AtomicInteger mail = new AtomicInteger();

    /** A step is being written. */
    boolean writing;

    /** Whether it may be what killed the process, and so holds others up; see {@link Suspects}. */
    boolean suspect;

    /** The step that is being written takes the run out of memory. */
    volatile boolean leaving;

    /** What came of the method, once it has ended. */
    @Nullable
    Outcome ended;

    /** The run that spawned this one, and those that it has spawned. */
    final Relatives family = new Relatives();

    /** What the code says of its progress. */
    final Telling progress = new Telling();

    /** The cancellation that has been taken up, until it is consumed. */
    @Nullable
    Letter cancelled;

    /** What is to be written next. */
    final Set<Strand> dirty = new LinkedHashSet<>(2);

    final Set<Branches> changed = new LinkedHashSet<>(0);
    List<Long> consumed = new ArrayList<>(0);
    List<Change.Start> starts = new ArrayList<>(0);
    List<Change.Deliver> sends = new ArrayList<>(0);
    List<Runnable> then = new ArrayList<>(1);

    /** Strands that wait for time, those due first in front. */
    final PriorityQueue<Strand> alarms =
            new PriorityQueue<>(2, Comparator.comparing(strand -> java.util.Objects.requireNonNull(strand.due)));

    /** Calls that begin when the turn is over. */
    List<Attempt> calls = new ArrayList<>(1);

    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger turns = new AtomicInteger();
    private final Set<Thread> workers = new LinkedHashSet<>(2);
    private Scheduler.@Nullable Timer timer;
    private boolean stopped;

    /** A signal is taken; that is written with the next step. */
    void consume(Letter letter) {
        mailbox.removeIf(known -> known.number() == letter.number());
        consumed.add(letter.number());
    }

    LiveRun(String id, String method, Lease lease) {
        this.id = id;
        this.method = method;
        this.lease = lease;
        this.main = new Strand(this, null, 0);
    }

    /** The layout of the method that the run was started with. */
    Layout layout() {
        return main.stack.get(0).layout();
    }

    Kin kin() {
        if (family.parent == null && family.isEmpty() && progress.said() == null) return Kin.NONE;
        return new Kin(family.parent, family.children(), progress.said());
    }

    /** Adds a task; true if the caller is to carry out the turn. */
    boolean queue(Runnable task) {
        tasks.add(task);
        return turns.getAndIncrement() == 0;
    }

    /** Carries out tasks, and what settles them, until there are none left; the calls that are to begin then. */
    Collection<Attempt> turn(Runnable settle) {
        var begin = new ArrayList<Attempt>(1);
        for (int todo = 1; todo > 0; todo = turns.addAndGet(-todo)) {
            for (int i = 0; i < todo; i++) tasks.remove().run();
            settle.run();
            if (calls.isEmpty()) continue;
            begin.addAll(calls);
            calls.clear();
        }
        return begin;
    }

    /** A worker takes something of the run; false if the run was stopped and must be left alone. */
    synchronized boolean enter() {
        if (stopped) return false;
        workers.add(Thread.currentThread());
        return true;
    }

    /** The worker lets go; an interrupt that was meant for it does not outlive this. */
    synchronized void leave() {
        workers.remove(Thread.currentThread());
        if (stopped) Thread.interrupted();
    }

    /** Wakes the run later instead of when it was to be woken before. */
    synchronized void arm(Scheduler.@Nullable Timer other) {
        if (timer != null) timer.cancel();
        timer = other;
        if (stopped && other != null) other.cancel();
    }

    /** Stops the run: its workers are interrupted, and what comes of it is dropped. */
    synchronized void stop() {
        stopped = true;
        if (timer != null) timer.cancel();
        for (Thread worker : workers) worker.interrupt();
    }

    synchronized boolean stopped() {
        return stopped;
    }
}
