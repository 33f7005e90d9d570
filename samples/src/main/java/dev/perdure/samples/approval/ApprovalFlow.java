package dev.perdure.samples.approval;

import static dev.perdure.Perdure.await;
import static dev.perdure.Perdure.idempotencyKey;

import dev.perdure.Durable;
import dev.perdure.Signal;
import java.time.Duration;

/** A claim waits for its manager, then for the manager's deputy, and is refused if neither answers. */
public class ApprovalFlow {
    /** A person's answer. */
    public static final Signal<Decision> DECISION = Signal.of("decision", Decision.class);

    private final Desk desk;
    private final Payroll payroll;
    private final Duration patience;

    /** Waits for each of the two as long as this. */
    public ApprovalFlow(Desk desk, Payroll payroll, Duration patience) {
        this.desk = desk;
        this.payroll = payroll;
        this.patience = patience;
    }

    /** What became of the claim. */
    @Durable
    public String decide(Claim claim) {
        var decision = Decision.NONE;
        for (var person : new String[] {"manager", "deputy"}) {
            await(() -> desk.ask(person, claim)).withRetry().named("ask").get();
            decision = await(DECISION)
                    .withDeadline(patience)
                    .withFallback(Decision.NONE)
                    .named("answer")
                    .get();
            if (decision != Decision.NONE) break;
        }
        return switch (decision) {
            case YES -> {
                var payment = await(() -> payroll.pay(claim, idempotencyKey()))
                        .withRetry(5)
                        .named("pay")
                        .get();
                yield "paid as payment " + payment;
            }
            case NO -> "refused";
            case NONE -> "refused, for nobody has answered";
        };
    }
}
