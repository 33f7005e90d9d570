package dev.perdure.samples.cluster;

import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.idempotencyKey;
import static dev.perdure.Perdure.sleep;
import static java.time.Duration.ofMillis;

import dev.perdure.Durable;
import dev.perdure.store.QueueLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The way of a parcel, over several depots, with a rest in each. */
public class ParcelFlow {
    /** The queue of all parcels, of which a worker carries so many at once, and leaves the others to its neighbours. */
    public static final QueueLimits ROAD = QueueLimits.of("road").perNode(8);

    private final Depots depots;

    /** Through these depots. */
    public ParcelFlow(Depots depots) {
        this.depots = depots;
    }

    /** Carries a parcel from stop to stop; returns what the depots said. */
    @Durable(queue = "road")
    public List<String> carry(String parcel, List<String> stops) throws IOException {
        var receipts = new ArrayList<String>();
        for (String stop : stops) {
            receipts.add(await(() -> depots.arrive(stop, parcel, idempotencyKey()))
                    .named("arrive")
                    .withRetry()
                    .get());
            sleep(ofMillis(1200)); // nobody holds it meanwhile; whoever is free carries it on
        }
        return receipts;
    }
}
