package dev.perdure.tests.docs;

/** The traveller does not want to go. */
public class CalledOff extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public CalledOff(String why) {
        super(why);
    }
}
