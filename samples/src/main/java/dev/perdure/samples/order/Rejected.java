package dev.perdure.samples.order;

import org.jspecify.annotations.Nullable;

/** The order could not be carried out, for a reason that is the customer's to know. */
public final class Rejected extends Exception {
    private static final long serialVersionUID = 1L;

    /** The reason. */
    public Rejected(@Nullable String message) {
        super(message);
    }
}
