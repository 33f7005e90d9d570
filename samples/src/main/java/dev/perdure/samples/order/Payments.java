package dev.perdure.samples.order;

import java.math.BigDecimal;

/** The card processor. */
public interface Payments {
    /** Charges an order's total. A request with a key that was seen before gets the charge that was made then. */
    Charge charge(Order order, String key) throws CardDeclined;

    /** Money taken. */
    record Charge(String id, BigDecimal amount) {}

    /** The bank said no; asking again would not help. */
    final class CardDeclined extends Exception {
        private static final long serialVersionUID = 1L;

        /** What the bank said. */
        public CardDeclined(String message) {
            super(message);
        }
    }
}
