package dev.perdure.tests.docs;

/** The world outside of the documentation's trip. */
public interface Agency {
    /** An offer. */
    String flight(String traveller);

    /** An offer. */
    String hotel(String traveller);

    /** Books an offer, once for each key. */
    String reserve(String offer, String key);

    /** Gives a booking back. */
    void cancel(String booking);

    /** A seat on a leg. */
    int seat(String leg);

    /** A ticket for a seat. */
    String ticket(String leg, int seat);

    /** Sends an invoice; whoever pays gives the token back. */
    void invoice(String traveller, String token);

    /** How it was. */
    String ask(String traveller);
}
