package dev.perdure.samples.order.fakes;

import dev.perdure.samples.order.Order;
import dev.perdure.samples.order.Stock;

/** A warehouse that has plenty of everything but of what is discontinued ({@code …-X}). */
public final class FakeStock implements Stock {
    private final Mood mood;

    /** A warehouse in this mood. */
    public FakeStock(Mood mood) {
        this.mood = mood;
    }

    @Override
    public Reservation reserve(Order order) throws OutOfStock {
        mood.request("stock");
        for (var line : order.lines())
            if (line.sku().endsWith("-X")) throw new OutOfStock(line.item() + " is discontinued");
        mood.answer("stock");
        return new Reservation(
                "res_" + order.id(),
                order.lines().stream().mapToInt(Order.Line::quantity).sum());
    }

    @Override
    public void release(Reservation reservation) {
        mood.request("stock");
    }
}
