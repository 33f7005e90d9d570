package dev.perdure.tests.docs;

/** A business failure of the documentation's flow. */
public class CardDeclined extends Exception {
    private static final long serialVersionUID = 1L;

    public CardDeclined(String card) {
        super("declined: " + card);
    }
}
