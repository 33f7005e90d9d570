package dev.perdure.samples.approval;

/** What becomes of a claim. */
public enum Decision {
    /** Pay it. */
    YES,
    /** Do not. */
    NO,
    /** Nobody has answered. */
    NONE
}
