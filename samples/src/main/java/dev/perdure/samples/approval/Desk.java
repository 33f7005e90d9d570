package dev.perdure.samples.approval;

/** Where managers find what they are asked. */
public interface Desk {
    /** Puts a question there; asking again changes nothing. */
    void ask(String manager, Claim claim);
}
