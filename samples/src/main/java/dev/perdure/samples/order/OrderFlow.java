package dev.perdure.samples.order;

import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.idempotencyKey;
import static dev.perdure.Perdure.sleep;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import dev.perdure.Durable;
import dev.perdure.samples.order.Payments.CardDeclined;
import dev.perdure.samples.order.Stock.OutOfStock;
import java.time.Duration;
import java.util.ArrayList;

/** An order, from the shelf to the receipt: plain Java that survives the death of its process at any line. */
public class OrderFlow {
    private final Stock stock;
    private final Payments payments;
    private final Carrier carrier;
    private final Mail mail;
    private final Duration packing;

    /** A flow over these services; packing is how long parcels take to be packed. */
    public OrderFlow(Stock stock, Payments payments, Carrier carrier, Mail mail, Duration packing) {
        this.stock = stock;
        this.payments = payments;
        this.carrier = carrier;
        this.mail = mail;
        this.packing = packing;
    }

    /** Carries out an order. */
    @Durable
    public Receipt place(Order order) throws Rejected {
        Stock.Reservation reservation;
        try {
            reservation = await(() -> stock.reserve(order))
                    .withRetry(r ->
                            r.attempts(20).backoff(ofMillis(50), ofSeconds(2)).abortOn(OutOfStock.class))
                    .get();
        } catch (OutOfStock missing) {
            mail.apology(order, missing.getMessage());
            throw new Rejected(missing.getMessage());
        }

        Payments.Charge charge;
        try {
            charge = await(() -> payments.charge(order, idempotencyKey()))
                    .withRetry(r ->
                            r.attempts(20).backoff(ofMillis(50), ofSeconds(2)).abortOn(CardDeclined.class))
                    .withTimeout(ofSeconds(2))
                    .get();
        } catch (CardDeclined declined) {
            await(() -> stock.release(reservation)).withRetry().get();
            mail.apology(order, declined.getMessage());
            throw new Rejected(declined.getMessage());
        }

        var labels = new ArrayList<Receipt.Label>();
        for (Order.Line line : order.lines())
            labels.add(await(() -> carrier.label(order.id(), line)).withRetry().get());

        sleep(packing); // no thread is held meanwhile, and it counts on while no process runs

        var receipt = new Receipt(order.id(), charge.id(), charge.amount(), labels);
        mail.receipt(order, receipt);
        return receipt;
    }
}
