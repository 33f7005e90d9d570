package dev.perdure;

/** What becomes of a child run whose parent ends first. A parent that is cancelled cancels all its children but abandoned ones. */
public enum Close {
    /** The parent's end waits for the child's; the outcome of the child changes nothing about that of the parent. */
    WAIT,
    /** The child is cancelled, and the parent does not wait for it. */
    CANCEL,
    /** The child goes on by itself, also when the parent is cancelled. */
    ABANDON
}
