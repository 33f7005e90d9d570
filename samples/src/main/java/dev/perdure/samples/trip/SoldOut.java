package dev.perdure.samples.trip;

/** There is none left. */
public final class SoldOut extends Exception {
    private static final long serialVersionUID = 1L;

    /** Of what. */
    public SoldOut(String what) {
        super(what + " is sold out");
    }
}
