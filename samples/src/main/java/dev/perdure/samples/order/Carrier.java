package dev.perdure.samples.order;

/** The parcel service. */
public interface Carrier {
    /** A label for one article of an order. */
    Receipt.Label label(String order, Order.Line line);
}
