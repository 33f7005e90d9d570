package dev.perdure.store;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One all-or-nothing change of one run. */
public sealed interface Change {
    /** What the names of signals begin with that wake every run that is parked, whatever it waits for. */
    String URGENT = "@!";

    /** The name of the signal by which a run is cancelled. */
    String CANCEL = URGENT + "cancel";

    /** The run's id. */
    String run();

    /**
     * A new run. Result: {@code APPLIED}; {@code EXISTS} if there is a run of this id, method and digest; {@code CONFLICT}
     * if there is another of this id. Existing runs are untouched.
     *
     * @param run the id
     * @param method the method's identity
     * @param digest of the encoded arguments: tells the same input from another
     * @param frame the first checkpoint
     * @param owner the lease that moves the run at once (rejected as {@code FENCED} if it is not current), or null to leave
     *     it ready for whoever claims it
     * @param placement where it stands in line
     * @param notBefore it is parked until then; null to have it begin at once
     * @param dedup the mark that one run on the queue at a time can have, until it ends; or null
     */
    record Start(
            String run,
            String method,
            String digest,
            Payload frame,
            @Nullable Lease owner,
            Placement placement,
            @Nullable Instant notBefore,
            @Nullable String dedup)
            implements Change {
        /** Checks that there is a checkpoint, and no owner where a claim decides. */
        public Start {
            Objects.requireNonNull(frame, "frame");
            if (owner != null && !(placement.isDefault() && notBefore == null))
                throw new IllegalArgumentException(
                        "run " + run + " is to wait for a claim, and cannot have an owner yet");
        }

        /** A start on the queue without limits. */
        public Start(String run, String method, String digest, Payload frame, @Nullable Lease owner) {
            this(run, method, digest, frame, owner, Placement.DEFAULT, null, null);
        }

        /** The same for whoever claims it. */
        public Start unowned() {
            return new Start(run, method, digest, frame, null, placement, notBefore, dedup);
        }
    }

    /**
     * A step of an owned run: a checkpoint and what the run does next, in one. Result: {@code APPLIED}, {@code FENCED}, {@code
     * CONFLICT}.
     *
     * @param run the id
     * @param owner the lease under which the run moves
     * @param frame what to write
     * @param consumed numbers of signals that this step has taken from the mailbox
     * @param next what the run does then
     * @param starts runs that are started with it, all or none, without marks; one whose id is taken by another run rejects the
     *     step as {@code CONFLICT}
     * @param sends signals to other runs; those that have ended or are unknown get none
     */
    record Step(
            String run,
            Lease owner,
            Frames frame,
            List<Long> consumed,
            Next next,
            List<Start> starts,
            List<Deliver> sends)
            implements Change {
        /** A step that concerns no other run. */
        public Step(String run, Lease owner, Frames frame, List<Long> consumed, Next next) {
            this(run, owner, frame, consumed, next, List.of(), List.of());
        }
    }

    /**
     * A signal for a run. Result: {@code APPLIED} with the signal's number; {@code EXISTS} if one with this dedup key was
     * sent to the run before; {@code ENDED}; {@code UNKNOWN}. A run that waits for the name becomes ready.
     *
     * @param run the id of the run that gets it
     * @param name the signal's name
     * @param value its encoded value
     * @param dedup makes a repeated sending harmless, or null
     */
    record Deliver(
            String run,
            String name,
            Payload value,
            @Nullable String dedup) implements Change {}

    /**
     * Sets a stuck run going again, from its checkpoint, its crashes forgotten. Result: {@code APPLIED}; {@code EXISTS} if it is
     * not stuck, and then nothing is changed; {@code ENDED}; {@code UNKNOWN}.
     *
     * @param run the id
     */
    record Resume(String run) implements Change {}

    /** What a step writes of the run's checkpoint. */
    sealed interface Frames {
        /** A whole checkpoint; replaces all before it. */
        record Whole(Payload frame) implements Frames {}

        /** A difference to the checkpoint written so far; kept behind it, in order. */
        record Part(Payload part) implements Frames {}

        /** Nothing; the checkpoint stays. */
        record Same() implements Frames {}
    }

    /** What a run does after a step. */
    sealed interface Next {
        /** It goes on moving under the same owner. */
        record Move() implements Next {}

        /**
         * It waits without an owner, until {@code dueAt}, or until a signal of one of these names, or an urgent one, is in the
         * mailbox (one that is there already, and not consumed by this step, makes it ready at once), whichever is first.
         *
         * @param dueAt when it goes on by itself, or null
         * @param signals the names of the signals it waits for
         * @param seen the number up to which urgent signals do not make it ready: it knows of them and waits all the same
         */
        record Park(@Nullable Instant dueAt, Set<String> signals, long seen) implements Next {
            /** Copies the names. */
            public Park {
                signals = Set.copyOf(signals);
            }

            /** The names in one text, one per line; null if there are none. */
            public @Nullable String text() {
                return signals.isEmpty() ? null : String.join("\n", new TreeSet<>(signals));
            }

            /** Whether a signal of this name wakes a run that waits for the names of such a text. */
            public static boolean wakes(String name, @Nullable String text) {
                if (name.startsWith(URGENT)) return true;
                return text != null
                        && (text.equals(name) || List.of(text.split("\n")).contains(name));
            }

            /** A wait that knows of no urgent signal. */
            public Park(@Nullable Instant dueAt, Set<String> signals) {
                this(dueAt, signals, 0);
            }

            /** A wait for one signal, or for none. */
            public Park(@Nullable Instant dueAt, @Nullable String signal) {
                this(dueAt, signal == null ? Set.<String>of() : Set.of(signal));
            }

            /** Whether a letter that is there already makes the run ready at once. */
            public boolean isEndedBy(String name, long number) {
                return signals.contains(name) || (number > seen && name.startsWith(URGENT));
            }
        }

        /** It becomes ready, without an owner: for shutdown. */
        record Yield() implements Next {}

        /** It waits for an operator or for other code; nothing but an explicit change wakes it. */
        record Stick(String problem) implements Next {}

        /**
         * It has ended; its checkpoint and mailbox are dropped, the outcome is kept. Rejected as {@code CONFLICT} if a signal
         * named {@link #CANCEL} is in the mailbox and not consumed by this step: of cancellation and end, one wins.
         *
         * @param how the status that it has from then on, a terminal one
         * @param outcome what came of it
         */
        record End(RunImage.Status how, Payload outcome) implements Next {
            /** Checks that this is an end. */
            public End {
                if (!how.terminal()) throw new IllegalArgumentException(how + " is no end");
            }

            /** An end with a result, or with an exception. */
            public End(boolean failed, Payload outcome) {
                this(failed ? RunImage.Status.FAILED : RunImage.Status.DONE, outcome);
            }
        }
    }
}
