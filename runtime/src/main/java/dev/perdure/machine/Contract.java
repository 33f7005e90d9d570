package dev.perdure.machine;

/** The number of the contract between generated code and the runtime; it grows when either could no longer read the other. */
public final class Contract {
    /** The contract this runtime keeps. */
    public static final int VERSION = 2;

    private Contract() {}
}
