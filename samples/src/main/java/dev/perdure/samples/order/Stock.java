package dev.perdure.samples.order;

/** The warehouse. */
public interface Stock {
    /** Sets the goods of an order aside; asking again for the same order changes nothing. */
    Reservation reserve(Order order) throws OutOfStock;

    /** Puts reserved goods back on the shelf. */
    void release(Reservation reservation);

    /** Goods set aside for an order. */
    record Reservation(String id, int pieces) {}

    /** An article is not to be had any more. */
    final class OutOfStock extends Exception {
        private static final long serialVersionUID = 1L;

        /** The article that is missing. */
        public OutOfStock(String message) {
            super(message);
        }
    }
}
