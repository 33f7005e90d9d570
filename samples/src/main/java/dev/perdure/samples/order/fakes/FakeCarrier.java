package dev.perdure.samples.order.fakes;

import dev.perdure.samples.order.Carrier;
import dev.perdure.samples.order.Order;
import dev.perdure.samples.order.Receipt;
import java.util.UUID;

/** A parcel service that hands out a new tracking number whenever it is asked; one that is never used costs nothing. */
public final class FakeCarrier implements Carrier {
    private final Mood mood;

    /** A parcel service in this mood. */
    public FakeCarrier(Mood mood) {
        this.mood = mood;
    }

    @Override
    public Receipt.Label label(String order, Order.Line line) {
        mood.request("carrier");
        mood.answer("carrier");
        return new Receipt.Label(line.sku(), UUID.randomUUID().toString());
    }
}
