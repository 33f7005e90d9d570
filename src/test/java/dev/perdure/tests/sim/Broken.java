package dev.perdure.tests.sim;

/** What a call throws that always fails. */
public final class Broken extends Exception {
    private static final long serialVersionUID = 1L;

    /** With the call's site. */
    public Broken(String site) {
        super(site);
    }
}
