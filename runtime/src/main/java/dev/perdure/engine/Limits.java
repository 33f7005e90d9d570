package dev.perdure.engine;

import dev.perdure.InvalidArgument;
import dev.perdure.LimitExceeded;

/**
 * What an engine accepts at most. All are checked before anything is written; over them is {@link dev.perdure.LimitExceeded}.
 *
 * @param idLength characters of a run's id; default 255
 * @param valueBytes encoded size of an await's outcome and of a run's result; default 1 MiB
 * @param signalBytes encoded size of a signal's value; default 1 MiB
 * @param checkpointBytes encoded size of a whole checkpoint, arguments of a start included; default 16 MiB
 * @param inFlight runs in memory at once; further ones wait in the store; default 4,096
 * @param crashes after how many crashes in a row without a step a run is left stuck, for an operator; default 10
 */
public record Limits(int idLength, int valueBytes, int signalBytes, int checkpointBytes, int inFlight, int crashes) {
    /** The defaults. */
    public static final Limits DEFAULT = new Limits(255, 1 << 20, 1 << 20, 16 << 20, 4_096, 10);

    /** Checks that all are positive. */
    public Limits {
        positive("id length", idLength);
        positive("value bytes", valueBytes);
        positive("signal bytes", signalBytes);
        positive("checkpoint bytes", checkpointBytes);
        positive("runs in flight", inFlight);
        positive("crashes", crashes);
        if (idLength > 255) throw new InvalidArgument("id length limit is " + idLength + "; it must be at most 255");
    }

    /** Checks what is about to be written. */
    static void check(String what, int bytes, int limit, String instead) {
        if (bytes > limit)
            throw new LimitExceeded(what + " takes " + bytes + " bytes; the limit is " + limit + "; keep " + instead
                    + " instead, or raise the limit with Limits");
    }

    private static void positive(String what, int value) {
        if (value < 1) throw new InvalidArgument(what + " limit is " + value + "; it must be at least 1");
    }

    /** Another number of runs in memory at once. */
    public Limits withInFlight(int runs) {
        return new Limits(idLength, valueBytes, signalBytes, checkpointBytes, runs, crashes);
    }

    /** Another size of outcomes and results. */
    public Limits withValueBytes(int bytes) {
        return new Limits(idLength, bytes, signalBytes, checkpointBytes, inFlight, crashes);
    }

    /** Another size of signals. */
    public Limits withSignalBytes(int bytes) {
        return new Limits(idLength, valueBytes, bytes, checkpointBytes, inFlight, crashes);
    }

    /** Another size of checkpoints. */
    public Limits withCheckpointBytes(int bytes) {
        return new Limits(idLength, valueBytes, signalBytes, bytes, inFlight, crashes);
    }
}
