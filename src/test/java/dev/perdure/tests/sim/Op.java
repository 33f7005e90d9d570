package dev.perdure.tests.sim;

import java.util.List;

/** One thing that a simulated run does. */
public sealed interface Op {
    /** Does what the world keeps under this number: checkpoints stay small. */
    record At(int number) implements Op {}

    /** Awaits a call whose first attempts fail, fewer than it may make. */
    record Call(int site, int failures) implements Op {}

    /** Awaits a call whose first attempts fail, perhaps as many as it may make. */
    record Limited(int site, int failures, int attempts) implements Op {}

    /** Awaits a call that always fails, and throws what it throws. */
    record Fail(int site) implements Op {}

    /** Awaits a call that fails in a way that is not to be tried again. */
    record Refused(int site) implements Op {}

    /** Awaits a call that is undone when the run fails or is cancelled. */
    record Undoable(int site) implements Op {}

    /** Awaits a call that must not be made twice. */
    record Once(int site) implements Op {}

    /** Awaits a stage that ends later. */
    record Stage(int site, int millis) implements Op {}

    /** Awaits a stage that at first does not end, until a timeout. */
    record Slow(int site, int dead, int millis) implements Op {}

    /** Polls a job that is complete at the so-and-so-manieth time. */
    record Poll(int site, int polls) implements Op {}

    /** Sleeps. */
    record Nap(int millis) implements Op {}

    /** Takes the next signal. */
    record Receive() implements Op {}

    /** Waits for what is published next. */
    record News() implements Op {}

    /** Hands a token to somebody outside, who answers, refuses, or is too late for a deadline; without one it is 0. */
    record Callback(int site, int millis, boolean refused) implements Op {}

    /** Waits for a signal that nobody sends, until a deadline. */
    record InVain(int millis) implements Op {}

    /** Does these in a run of their own, and awaits it. */
    record Child(List<Op> body) implements Op {}

    /** Does these at the same time, some at once. */
    record Parallel(List<List<Op>> bodies, int atOnce) implements Op {}

    /** Does these until a time has passed. */
    record Race(List<Op> body, int millis) implements Op {}

    /** Does these at the same time; the first fails, the second does not. */
    record Either(List<Op> failing, List<Op> body) implements Op {}

    /** Does these at the same time, and needs two of them; one fails. */
    record Most(List<Op> one, List<Op> failing, List<Op> other) implements Op {}

    /** Does these and catches what they throw; then an await that is made in any case. */
    record Guarded(List<Op> body, int site) implements Op {}
}
