package dev.perdure.engine.checkpoint;

import dev.perdure.machine.Point;

/** On which side of a point a frame stands. */
public enum Side {
    /** Before what is awaited is issued. */
    ISSUE("issue"),
    /** Where the outcome is taken. */
    RESUME("resume");

    private final String text;

    Side(String text) {
        this.text = text;
    }

    /** Its name in the data. */
    public String text() {
        return text;
    }

    /** The slots that are live on this side; none where the frame cannot be saved there. */
    int[] live(Point point) {
        var slots = this == ISSUE ? point.issueSlots() : point.resumeSlots();
        return slots == null ? new int[0] : slots;
    }
}
