package dev.perdure.samples.trip;

/** Books things and takes bookings back; both may be asked for again under the same key, and then nothing happens. */
public interface Agency {
    /** Books something; returns the booking. */
    String book(String what, String trip, String key) throws SoldOut;

    /** Takes a booking back. */
    void cancel(String booking);
}
