package dev.perdure.sql;

import dev.perdure.store.RunImage.Status;
import java.util.List;

/** Statuses as the small numbers that scripts, indexes and views name. */
public final class Statuses {
    private static final List<Status> BY_CODE = List.of(
            Status.READY, Status.OWNED, Status.PARKED, Status.STUCK, Status.DONE, Status.FAILED, Status.CANCELLED);

    private Statuses() {}

    /** The number of a status. */
    public static int code(Status status) {
        return BY_CODE.indexOf(status);
    }

    /** Whether a number is that of a status. */
    public static boolean known(int code) {
        return code >= 0 && code < BY_CODE.size();
    }

    /** The status of a number. */
    public static Status of(int code) {
        return BY_CODE.get(code);
    }
}
